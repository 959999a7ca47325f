"""Who does the judging: this process, several on this machine, or a cluster; to a batch they look alike.

A crew takes tasks and gives futures (``concurrent.futures``). It says how many tasks it should have at hand, and which
errors mean that whoever had the task is gone. The cluster's is in ``cluster``.
"""

from __future__ import annotations

import base64
import contextlib
import multiprocessing
import os
import pickle
import secrets
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from typing import Any, Protocol

from autograder.interrupts import held
from autograder.processes.servers import SharedServers

READY = "AUTOGRADER_READY"  # tells ``ready`` whom to make
SAFE = "PYTHONSAFEPATH"  # Python's own: see its option -P


class Crew(Protocol):
    """Attributes: width: tasks to have at hand; gone: errors that say nothing of the task, only that it is lost."""

    width: int
    gone: tuple[type[BaseException], ...]

    def submit(self, task: object) -> Future: ...

    def look(self) -> None:
        """Nothing has come back for a while: raises ``CrewTrouble`` if nothing ever will."""

    def close(self) -> None: ...


class Worker(Protocol):
    """Who does the work in one process."""

    def work(self, task: object) -> object: ...

    def prepare(self) -> None:
        """Loads what takes time, and starts nothing: no process, no thread."""

    def join(self, lines: dict) -> None:
        """Takes fork servers that another process runs."""

    def wait(self) -> None:
        """Waits until those have loaded their libraries, or have failed."""

    def close(self) -> None: ...


class CrewTrouble(RuntimeError):
    """The crew cannot work. The text says why, and what to try."""


class Alone:
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


class Processes:
    """Processes on this machine. When one dies, all are started anew.

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
            return self.pool.submit(_work, task)
        except BrokenProcessPool:
            pass
        except (EOFError, ConnectionError):  # whoever was to be forked has ended while it prepared
            self.prepared = False
        self.close()
        self.pool = self._pool()
        return self.pool.submit(_work, task)

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
        return pool(self.jobs, self.make, self.running.lines() if self.running else {}, self.prepared)


def cores() -> int:
    """How many processes this one may keep busy."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def pool(
    jobs: int, make: Callable[[], Worker], lines: dict | None = None, prepared: bool = True
) -> ProcessPoolExecutor:
    """Processes in each of which ``worker()`` is what ``make`` gives there.

    Args:
        lines: to fork servers that they share, see ``processes.servers.SharedServers``.
        prepared: fork them of one that has made it; else each makes its own.
    """
    order = pickle.dumps((make, secrets.token_hex(8)))  # no other pool's: what that was made of may have changed since
    environment = dict(os.environ)
    with _nothing_from_here():
        method = _method(order) if prepared else multiprocessing.get_context("spawn")
        at_once = method.Semaphore(jobs - 1) if lines and 1 < jobs >= cores() else None
        arguments = (order, lines or {}, environment, at_once)
        return _Pool(jobs, mp_context=method, initializer=_begin, initargs=arguments)


class _Pool(ProcessPoolExecutor):
    """Starts its processes when they are first needed."""

    def submit(self, *call: object, **named: object) -> Future:
        with _nothing_from_here():
            return super().submit(*call, **named)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Where one process has died while another one began, Python ends those that it knew, and then waits for the other
        one, too, which waits for work: for ever. So it is killed. (There is no public way for that before Python 3.14.)
        """
        if self._broken:
            for process in list((self._processes or {}).values()):
                process.kill()
        super().shutdown(wait, cancel_futures=cancel_futures)


@contextlib.contextmanager
def _nothing_from_here() -> Iterator[None]:
    """Pythons that are started meanwhile import nothing from the folder that the command stands in.

    They would look there first, and there may be students' pages: one that is called ``pickle.py`` would run, unconfined.
    """
    before = os.environ.get(SAFE)
    os.environ[SAFE] = "1"
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(SAFE, None)
        else:
            os.environ[SAFE] = before


def _method(order: bytes) -> BaseContext:
    """How the processes begin: on Linux as forks of one that has made a worker and prepared it, so that they share all it
    has loaded. A fork of the command itself would take along its threads, and what it knows.
    """
    if not sys.platform.startswith("linux"):
        return multiprocessing.get_context("spawn")
    from multiprocessing import forkserver  # Windows has none

    method = multiprocessing.get_context("forkserver")
    method.set_forkserver_preload(["autograder.ready"])
    os.environ[READY] = base64.b64encode(order).decode()
    try:
        forkserver.ensure_running()  # one that runs already may have another worker; then each process makes its own
    except OSError:  # the folder for temporary files has too long a name for a socket in it
        return multiprocessing.get_context("spawn")
    finally:
        del os.environ[READY]
    return method


_worker: Worker | None = None  # one for each process of a pool


def _begin(order: bytes, lines: dict, environment: dict[str, str], at_once: Any) -> None:
    """The first thing that a process of a pool does.

    Args:
        order: (makes the worker, a number for the pool), pickled by the command.
        environment: the command's of now; that of a fork is older.
        at_once: a semaphore for those that may work at once, or None for all; who comes later waits until the shared
            libraries are loaded, which takes a core. With one process more than cores, functions and their figures would
            take half as long again.
    """
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who has no task has nothing to stop, and the command ends it
    os.environ.clear()
    os.environ.update(environment)
    ready = sys.modules.get("autograder.ready")
    _worker = ready.workers.get(order) if ready else None
    if _worker is None:
        make, _number = pickle.loads(order)
        _worker = make()
    _worker.join(lines)
    multiprocessing.util.Finalize(_worker, _worker.close, exitpriority=1)  # this process ends without being asked
    threading.Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()
    if at_once is not None and not at_once.acquire(block=False):
        _worker.wait()


def worker() -> Worker:
    """What was made in this process."""
    return _worker


def _work(task: object) -> object:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return _worker.work(task)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _end_with(parent: multiprocessing.Process) -> None:
    """When the command is killed, nobody waits for this process any more: it tidies up and ends."""
    wait([parent.sentinel])
    try:
        _worker.close()
    finally:
        os._exit(1)
