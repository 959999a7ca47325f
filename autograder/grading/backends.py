"""Who does the judging: this process, several on this machine, or a cluster; to a batch they look alike.

A backend takes tasks and gives futures (``concurrent.futures``). It says how many tasks it should have ready, and which
errors mean that whoever had the task is gone. The cluster's is in ``dask_backend``.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Protocol

from autograder.core.records import EndsTheRun
from autograder.core.signals import held
from autograder.grading import process_pool
from autograder.grading.process_pool import Worker
from autograder.sandbox.fork_server_handle import SharedServers


class Backend(Protocol):
    """Attributes: width: tasks to have ready; gone: errors that say nothing of the task, only that it is lost."""

    width: int
    gone: tuple[type[BaseException], ...]

    def submit(self, task: object) -> Future: ...

    def look(self) -> None:
        """Nothing has come back for a while: raises ``BackendFailed`` if nothing ever will."""

    def close(self) -> None: ...


class BackendFailed(EndsTheRun, RuntimeError):
    """The backend cannot work. The text says why, and what to try."""


class SerialBackend:
    """This process itself. ``make`` gives whoever does the work, when there is the first task."""

    width = 1
    gone: tuple[type[BaseException], ...] = ()

    def __init__(self, make: Callable[[], Worker]) -> None:
        self.make = make
        self.worker: Worker | None = None

    def submit(self, task: object) -> Future:
        if self.worker is None:
            self.worker = self.make()
        done: Future = Future()
        try:
            done.set_result(self.worker.work(task))
        except Exception as error:
            done.set_exception(error)
        return done

    def look(self) -> None:
        pass

    def close(self) -> None:
        if self.worker is not None:
            self.worker.close()


class ProcessBackend:
    """Processes on this machine. When one dies, all are started again.

    Args:
        jobs: how many.
        make: gives whoever does the work in one of them (a ``Worker``); can be pickled.
        servers: gives the fork servers that all of them share, or None: each has its own.
    """

    gone = (BrokenProcessPool,)

    def __init__(
        self, jobs: int, make: Callable[[], Worker], servers: Callable[[], SharedServers] | None = None
    ) -> None:
        self.jobs = jobs
        self.servers = servers
        self.running: SharedServers | None = None
        self.width = 1 if jobs == 1 else 2 * jobs  # the next one waits where it will be needed; alone means alone
        self.make = make
        self.prepared = True
        self.pool: ProcessPoolExecutor | None = None

    @held()
    def submit(self, task: object) -> Future:
        if self.pool is None:
            self.pool = self._pool()
        try:
            return self.pool.submit(process_pool.work, task)
        except BrokenProcessPool:
            pass
        except (EOFError, ConnectionError):  # whoever was to be forked has ended while it prepared
            self.prepared = False
        self.close()
        self.pool = self._pool()
        return self.pool.submit(process_pool.work, task)

    def look(self) -> None:
        pass  # a process that dies is noticed at once

    @held()
    def close(self) -> None:
        if self.pool is not None:
            self.pool.shutdown(cancel_futures=True)
        if self.running is not None:
            self.running.close()
            self.running = None

    def _pool(self) -> ProcessPoolExecutor:
        self.running = self.servers() if self.servers else None
        return process_pool.pool(self.jobs, self.make, self.running.connections() if self.running else {}, self.prepared)
