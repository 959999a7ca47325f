"""In the place of ``grading.process_pool``: the programs of an audit are judged in the process of the test.

What is forked for each pool costs more than to judge the programs of an assignment in miniature.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator

import pytest

from autograder.grading import process_pool


class HereOnly:
    """As much of a pool as an audit needs."""

    @staticmethod
    def map(work: Callable, tasks: Iterable) -> list:
        return [work(task) for task in tasks]


@contextlib.contextmanager
def pool(_jobs: int, make: Callable[[], process_pool.Worker], lines: dict) -> Iterator[HereOnly]:
    with contextlib.closing(make()) as worker, pytest.MonkeyPatch.context() as patches:
        worker.join({modules: line.dup() for modules, line in lines.items()})
        patches.setattr(process_pool, "worker", lambda: worker)
        yield HereOnly()
