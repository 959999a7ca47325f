"""What grading side by side needs of Python beyond its documented interface: the processes of a pool, and how they begin and end.

Checked with Python 3.11 to 3.13 (``tests/grading/test_compat.py``).
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.process import BaseProcess


def pool_processes(pool: ProcessPoolExecutor) -> list[BaseProcess]:
    """The processes of a pool. Rests on ``_processes``, a dict by process number; None once the pool is shut down."""
    return list((pool._processes or {}).values())


def is_broken(pool: ProcessPoolExecutor) -> bool:
    """Whether one of a pool's processes has died. Rests on ``_broken``: False, or a text that says why."""
    return bool(pool._broken)


def has_work(pool: ProcessPoolExecutor) -> bool:
    """Whether a pool has tasks that are not finished. Rests on ``_pending_work_items``, which holds them."""
    return bool(pool._pending_work_items)


def start_fork_server() -> None:
    """Starts ``multiprocessing``'s fork server, unless it runs. Rests on ``forkserver.ensure_running``. Not on Windows.

    Raises:
        OSError: it cannot be started.
    """
    from multiprocessing import forkserver  # Windows has none

    forkserver.ensure_running()


def at_process_end(owner: object, finish: Callable[[], None]) -> None:
    """Has something called when this process of a pool ends. Rests on ``multiprocessing.util.Finalize``: a pool's process
    ends without what ``atexit`` holds.
    """
    from multiprocessing import util

    util.Finalize(owner, finish, exitpriority=1)
