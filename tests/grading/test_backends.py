"""How many tasks are given out at once."""

import pytest

from autograder.grading.backends import ProcessBackend


@pytest.mark.parametrize(("jobs", "width"), [(1, 1), (2, 4), (3, 6)])
def test_one_process_has_one_task_and_more_have_the_next_one_at_hand(jobs, width):
    """A page that is tried alone, because a process has died, must not take another page with it."""
    assert ProcessBackend(jobs, make=pytest.fail).width == width
