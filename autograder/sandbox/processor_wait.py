"""How long a process was ready to run and had no processor: time that a busy machine takes from it."""

from __future__ import annotations

import contextlib
from pathlib import Path

PROCESSES = Path("/proc")


def seconds_waited(process: int) -> float:
    """The time that the threads of a process have waited for a processor so far.

    A process that sleeps, or that computes without end, waits for none. The kernel counts the time for each thread in
    nanoseconds, second of three numbers (https://docs.kernel.org/scheduler/sched-stats.html).

    Args:
        process: its number.

    Returns:
        Seconds, added up over the threads that it has now. 0 where the kernel does not say.

    Example:
        >>> seconds_waited(os.getpid())  # doctest: +SKIP
        0.0026
    """
    waited = 0
    with contextlib.suppress(OSError):  # no such process any more, or no Linux
        for thread in (PROCESSES / str(process) / "task").iterdir():
            with contextlib.suppress(OSError, ValueError, IndexError):  # the thread has just ended
                waited += int((thread / "schedstat").read_text().split()[1])
    return waited / 1e9
