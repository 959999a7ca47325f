"""What the operating system enforces on a worker, applied in the child before any student code.

Today: resource limits, which every Unix has. Namespaces, Landlock and seccomp belong here too; until they do the
level is ``none`` and every report says so.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass

MIB = 2**20


@dataclass(frozen=True)
class Limits:
    """What one worker may use.

    Attributes:
        memory: address space in MiB. TensorFlow itself takes up to 2.4 GiB of it while training (measured).
        file_size: largest file in MiB.
        open_files: number of descriptors.
    """

    memory: int = 4096
    file_size: int = 64
    open_files: int = 256


def confine(limits: Limits) -> str:
    """Limits the calling process for good.

    Returns:
        The level reached: ``full``, ``reduced`` or ``none``.
    """
    if importlib.util.find_spec("resource") is None:  # Windows
        return level()
    import resource

    _limit(resource, resource.RLIMIT_CORE, 0)
    _limit(resource, resource.RLIMIT_FSIZE, limits.file_size * MIB)
    _limit(resource, resource.RLIMIT_NOFILE, limits.open_files)
    _limit(resource, resource.RLIMIT_AS, limits.memory * MIB)
    return level()


def level() -> str:
    """The level that workers started here reach."""
    return "none"


def sentence(reached: str) -> str:
    """The level in one plain line, for people."""
    return {
        "full": "Isolation: full.",
        "reduced": "Isolation: reduced: not everything is blocked on this system.",
        "none": "Isolation: separate processes with time and memory limits; files and network are not blocked.",
    }[reached]


def _limit(resource: object, which: int, amount: int) -> None:
    """Never raises a limit, and leaves alone what the system does not offer (macOS ignores RLIMIT_AS)."""
    try:
        _soft, hard = resource.getrlimit(which)
        if hard != resource.RLIM_INFINITY:
            amount = min(amount, hard)
        resource.setrlimit(which, (amount, amount))
    except (ValueError, OSError):
        pass
