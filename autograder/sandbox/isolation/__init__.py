"""What the operating system enforces on a worker, applied in the child before any student code.

Four layers, each by the kernel and none needing root: resource limits; namespaces (``namespaces``); Landlock; a filter for
system calls. What cannot be had is left out, and the level says so. Whether a layer works is found out by trying the
forbidden things in a child, never by version numbers.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass

from autograder.core.isolation_level import LEVELS

MIB = 2**20


@dataclass(frozen=True)
class ProcessLimits:
    """What one worker may use.

    Attributes:
        memory: address space in MiB. TensorFlow itself takes up to 2.4 GiB of it while training (measured).
        file_size: largest file in MiB.
        open_files: number of descriptors.
    """

    memory: int = 4096
    file_size: int = 64
    open_files: int = 256


def confine(limits: ProcessLimits, scratch: str, level: str, prepare: Callable[[], None] = lambda: None) -> None:
    """Confines the calling process for good. It has a single thread, and at level ``full`` was forked by ``namespaces.fork``.

    Args:
        scratch: the one folder that it may write to.
        level: ``full``, ``reduced`` or ``none``, from ``best_level``.
        prepare: called when the scratch folder is there and files can still be made in it.

    Raises:
        OSError: a layer failed, though it worked when it was tried. The process must end then.
    """
    if sys.platform.startswith("linux"):
        from autograder.sandbox.isolation import syscalls

        syscalls.prctl(syscalls.PR_SET_PDEATHSIG, 9)
    if level == "full":
        from autograder.sandbox.isolation import namespaces

        namespaces.enter_room(scratch)
    set_limits(limits)
    prepare()
    if level != "none":
        _close_the_doors(scratch, alone=level == "full")


def set_limits(limits: ProcessLimits) -> None:
    """Resource limits, which every Unix has."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _limit(resource, resource.RLIMIT_CORE, 0)
    _limit(resource, resource.RLIMIT_FSIZE, limits.file_size * MIB)
    _limit(resource, resource.RLIMIT_NOFILE, limits.open_files)
    _limit(resource, resource.RLIMIT_AS, limits.memory * MIB)


def best_level(scratch: str, canary: str, highest_level: str = "full") -> str:
    """The highest level, not above ``highest_level``, at which a child of this process was prevented from everything it tried.

    Args:
        scratch: a folder of our own; canary: a readable file outside of everything that a worker needs.
    """
    if not sys.platform.startswith("linux"):
        return "none"
    for level in LEVELS[LEVELS.index(highest_level) :]:
        if level == "none" or all(attempts_at(level, scratch, canary).values() or [False]):
            return level
    return "none"


def attempts(canary: str) -> dict[str, bool]:
    """Tries, in this process, what a worker must not be able to do.

    Args:
        canary: a readable file outside of everything that a worker needs.

    Returns:
        What was tried -> whether it was prevented.
    """
    tries: dict[str, Callable[[], object]] = {
        "reading other files": lambda: open(canary, "rb").close(),
        "reading the list of user accounts": lambda: open("/etc/passwd", "rb").close(),
        "writing outside the scratch folder": lambda: open(canary, "ab").close(),
        "opening a network connection": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close(),
        "starting a process": _fork_and_end,
        "signalling other processes": _signal_another,
    }
    prevented = {}
    for what, attempt in tries.items():
        try:
            attempt()
            prevented[what] = False
        except OSError:
            prevented[what] = True
    return prevented


def attempts_at(level: str, scratch: str, canary: str) -> dict[str, bool]:
    """What a child confined like a worker was prevented from; empty if it could not even be confined. Needs ``fork``."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(read)
            null = os.open(os.devnull, os.O_RDWR)
            os.dup2(null, 2)
            if level == "full":
                from autograder.sandbox.isolation import namespaces

                namespaces.enter_house(scratch)
                inner = namespaces.fork()
                if inner:
                    os.waitpid(inner, 0)
                    os._exit(0)
            confine(ProcessLimits(), scratch, level)
            os.write(write, json.dumps(attempts(canary)).encode())
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return json.loads(answer) if answer else {}


def keep_memory_to_oneself() -> None:
    """Makes this process unreadable to others of the same account: a worker could search it for expected values."""
    if sys.platform.startswith("linux"):
        from autograder.sandbox.isolation import syscalls

        syscalls.prctl(syscalls.PR_SET_DUMPABLE, 0)


def _close_the_doors(scratch: str, alone: bool) -> None:
    from autograder.sandbox.isolation import landlock, namespaces, seccomp

    rules = [(path, landlock.READ) for path in namespaces.readable_paths()]
    rules += [(path, landlock.READ | landlock.WRITE_FILE) for path in namespaces.DEVICES]
    rules += [(path, landlock.READ) for path in ("/proc/self", "/proc/cpuinfo", "/proc/meminfo")]
    rules += [("/proc", landlock.READ_DIR)] if alone else []  # only that of a room shows no other process
    rules += [(scratch, landlock.WRITE if alone else landlock.WRITE_NO_NEW_FILES)]  # only a room's scratch is bounded
    landlock.restrict(rules)
    seccomp.restrict()  # last: it refuses what the other layers are made of


def _signal_another() -> None:
    """In each way there is; a room holds no other process."""
    from autograder.sandbox.isolation import syscalls

    other = os.getppid() or 2
    try:
        os.kill(other, 0)
    except OSError:
        syscalls.syscall("tgkill", other, other, 0)


def _fork_and_end() -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def _limit(resource: object, which: int, amount: int) -> None:
    """Never raises a limit, and leaves alone what the system does not offer (macOS ignores RLIMIT_AS)."""
    try:
        _soft, hard = resource.getrlimit(which)
        if hard != resource.RLIM_INFINITY:
            amount = min(amount, hard)
        resource.setrlimit(which, (amount, amount))
    except (ValueError, OSError):
        pass
