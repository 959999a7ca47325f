"""Processes that judge side by side on this machine: how they begin, take tasks, stop and end.

On Linux they are forks of one that has loaded all they share (see ``prefork``); elsewhere each is a fresh interpreter.
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
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from typing import Any, Protocol

from autograder.content import variant_folder
from autograder.grading import compat

READY = "AUTOGRADER_READY"  # says which worker ``prefork`` makes
SAFE = "PYTHONSAFEPATH"  # Python's own: see its option -P


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


def cores() -> int:
    """How many processes this one may keep busy."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def pool(
    jobs: int, make: Callable[[], Worker], lines: dict | None = None, prepared: bool = True
) -> ProcessPoolExecutor:
    """Processes in each of which ``worker()`` is what ``make`` gives there.

    Args:
        lines: to fork servers that they share, see ``sandbox.fork_server_handle.SharedServers``.
        prepared: fork them of one that has made it; else each makes its own.
    """
    order = pickle.dumps((make, secrets.token_hex(8)))  # no other pool's: what that was made of may have changed since
    environment = dict(os.environ)
    with _nothing_from_here():
        method = _method(order) if prepared else multiprocessing.get_context("spawn")
        at_once = method.Semaphore(jobs - 1) if lines and 1 < jobs >= cores() else None
        ended = method.Semaphore(0)  # an event has a lock, which a process that is killed may keep
        arguments = (order, lines or {}, environment, at_once, ended)
        return _Pool(ended, jobs, mp_context=method, initializer=_begin, initargs=arguments)


class _Pool(ProcessPoolExecutor):
    """Starts its processes when they are first needed.

    Args:
        ended: a semaphore that is released when no task is to be begun any more.
    """

    def __init__(self, ended: Any, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)
        self.ended = ended

    def submit(self, *call: object, **named: object) -> Future:
        with _nothing_from_here():
            return super().submit(*call, **named)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Where one process has died while another one began, Python ends those that it knew, and then waits for the other
        one, too, which waits for work: for ever. So it is killed. (There is no public way for that before Python 3.14.)

        Args:
            cancel_futures: also those that are on their way to a process or in one, where Python cannot cancel them.
        """
        processes = compat.pool_processes(self)
        if compat.is_broken(self):
            for process in processes:
                process.kill()
        elif cancel_futures:
            self.ended.release()
            for process in processes if compat.has_work(self) and os.name != "nt" else ():
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process.pid, signal.SIGINT)  # nothing to one that has no task, see ``_stoppable``
        super().shutdown(wait, cancel_futures=cancel_futures)


@contextlib.contextmanager
def _nothing_from_here() -> Iterator[None]:
    """Pythons that are started meanwhile import nothing from the folder that the command is in.

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
    method = multiprocessing.get_context("forkserver")
    method.set_forkserver_preload(["autograder.grading.prefork"])
    os.environ[READY] = base64.b64encode(order).decode()
    try:
        compat.start_fork_server()  # one that runs already may have another worker; then each process makes its own
    except OSError:  # the folder for temporary files has too long a name for a socket in it
        return multiprocessing.get_context("spawn")
    finally:
        del os.environ[READY]
    return method


_worker: Worker | None = None  # one for each process of a pool
_ended: Any = None  # see ``_Pool``
_stopped = False  # by Ctrl-C; the state of a worker afterwards is not known


def _begin(order: bytes, lines: dict, environment: dict[str, str], at_once: Any, ended: Any) -> None:
    """The first thing that a process of a pool does.

    Args:
        order: (makes the worker, a number for the pool), pickled by the command.
        environment: the command's of now; that of a fork is older.
        at_once: a semaphore for those that may work at once, or None for all; who comes later waits until the shared
            libraries are loaded, which takes a core. With one process more than cores, functions and their figures would
            take half as long again.
        ended: see ``_Pool``.
    """
    global _worker, _ended
    _ended = ended
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # see ``_stoppable``
    os.environ.clear()
    os.environ.update(environment)
    ready = sys.modules.get("autograder.grading.prefork")
    _worker = ready.workers.get(order) if ready else None
    if _worker is None:
        make, _number = pickle.loads(order)
        _worker = make()
    _worker.join(lines)
    compat.at_process_end(_worker, _worker.close)  # this process ends without being asked
    compat.at_process_end(_worker, variant_folder.remove)
    threading.Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()
    if at_once is not None and not at_once.acquire(block=False):
        with contextlib.suppress(KeyboardInterrupt), _stoppable():
            _worker.wait()


def worker() -> Worker:
    """What was made in this process."""
    return _worker


def work(task: object) -> object:
    """What a process is asked to do: its worker's part of a class.

    Raises:
        KeyboardInterrupt: nothing more is to be done.
    """
    if _stopped or _is_over():  # this task was on its way already
        raise KeyboardInterrupt
    with _stoppable():
        return _worker.work(task)


def _is_over() -> bool:
    over = _ended.acquire(block=False)
    if over:
        _ended.release()  # for the others
    return over


@contextlib.contextmanager
def _stoppable() -> Iterator[None]:
    """Ctrl-C, which a terminal sends to all processes, ends what runs inside; elsewhere it is the command's alone."""
    global _stopped
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        yield
    except KeyboardInterrupt:
        _stopped = True
        raise
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _end_with(parent: multiprocessing.Process) -> None:
    """When the command is killed, no process waits for this one any more: it tidies up and ends."""
    wait([parent.sentinel])
    try:
        _worker.close()
    finally:
        os._exit(1)
