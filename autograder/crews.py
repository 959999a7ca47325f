"""Who does the judging: this process, several on this machine, or a cluster; to a batch they look alike.

A crew takes tasks and gives futures (``concurrent.futures``). It says how many tasks it should have at hand, and which
errors mean that whoever had the task is gone. The cluster's is in ``cluster``.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import Protocol

from autograder.processes import Starters

SPAWN = multiprocessing.get_context("spawn")  # a fork would take along threads of the command, and what it knows


class Crew(Protocol):
    """Attributes: width: tasks to have at hand; gone: errors that say nothing of the task, only that it is lost."""

    width: int
    gone: tuple[type[BaseException], ...]

    def submit(self, task: object) -> Future: ...

    def look(self) -> None:
        """Nothing has come back for a while: raises ``CrewTrouble`` if nothing ever will."""

    def close(self) -> None: ...


class CrewTrouble(RuntimeError):
    """The crew cannot work. The text says why, and what to try."""


class Alone:
    """This process itself. ``make`` gives whoever does the work, when there is the first task."""

    width = 1
    gone: tuple[type[BaseException], ...] = ()

    def __init__(self, make: Callable[[], object]) -> None:
        self.make = make
        self.worker: object = None

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


class Processes:
    """Processes on this machine. When one dies, all are started anew.

    Args:
        jobs: how many.
        make: gives whoever does the work in one of them; takes ``lines``.
        servers: gives the fork servers that all of them share (``processes.Starters``), or None: each has its own.
    """

    gone = (BrokenProcessPool,)

    def __init__(self, jobs: int, make: Callable[..., object], servers: Callable[[], Starters] | None = None) -> None:
        self.jobs = jobs
        self.servers = servers
        self.running: Starters | None = None
        self.width = 1 if jobs == 1 else 2 * jobs  # the next one waits where it will be needed; alone means alone
        self.make = make
        self.pool: ProcessPoolExecutor | None = None

    def submit(self, task: object) -> Future:
        if self.pool is None:
            self.pool = self._pool()
        try:
            return self.pool.submit(_work, task)
        except BrokenProcessPool:
            self.close()
            self.pool = self._pool()
            return self.pool.submit(_work, task)

    def look(self) -> None:
        pass  # a process that dies is noticed at once

    def close(self) -> None:
        if self.pool is not None:
            self.pool.shutdown(cancel_futures=True)
        if self.running is not None:
            self.running.close()
            self.running = None

    def _pool(self) -> ProcessPoolExecutor:
        self.running = self.servers() if self.servers else None
        lines = self.running.lines() if self.running else None
        return ProcessPoolExecutor(self.jobs, mp_context=SPAWN, initializer=begin, initargs=(self.make, lines))


_worker: object = None  # one for each process of a pool


def begin(make: Callable[..., object], lines: dict | None = None) -> None:
    """The first thing that a process of a pool does."""
    global _worker
    _worker = make(lines=lines) if lines else make()
    multiprocessing.util.Finalize(_worker, _worker.close, exitpriority=1)  # this process ends without being asked
    threading.Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()


def worker() -> object:
    """What ``begin`` has made in this process."""
    return _worker


def _work(task: object) -> object:
    return _worker.work(task)


def _end_with(parent: multiprocessing.Process) -> None:
    """When the command is killed, nobody waits for this process any more: it tidies up and ends."""
    wait([parent.sentinel])
    try:
        _worker.close()
    finally:
        os._exit(1)
