"""How many tasks are given out at once, and where the processes come from."""

import pytest

from autograder.grading import process_pool
from autograder.grading.backends import ProcessBackend


@pytest.mark.parametrize(("jobs", "width"), [(1, 1), (2, 4), (3, 6)])
def test_one_process_has_one_task_and_more_have_the_next_one_at_hand(jobs, width):
    """A page that is tried alone, because a process has died, must not take another page with it."""
    assert ProcessBackend(jobs, make=pytest.fail).width == width


def test_processes_are_forks_of_one_that_is_prepared_until_that_has_ended(monkeypatch):
    """What makes it end may do so again."""
    prepared, ended = [], []

    class Pool:
        def submit(self, *_task):
            if len(prepared) == 1:
                raise ConnectionError
            return "a future"

        def shutdown(self, cancel_futures):
            ended.append(cancel_futures)

    monkeypatch.setattr(process_pool, "pool", lambda _jobs, _make, _lines, is_prepared: prepared.append(is_prepared) or Pool())
    assert ProcessBackend(2, make=pytest.fail).submit("a task") == "a future"
    assert prepared == [True, False] and ended == [True]
