"""The time that a process had, without the time for which it and its children waited for a processor.

A limit in seconds of the clock says "does not end" of everything on a machine that does other work. Linux counts for each
thread for how long it was ready to run and did not (``/proc/PID/task/TID/schedstat``, the second number, in nanoseconds).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path


class OwnTime:
    """A clock for one process and its descendants that stands still while they wait for a processor.

    Read it a few times a second: between two readings it takes off the longest wait of any one thread. The sum of all
    waits would be too much, because threads wait at the same time.

    Args:
        pid: the process.

    Example:
        >>> clock = OwnTime(os.getpid())
        >>> clock.read() < 1
        True
    """

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.seconds = 0.0
        self.last = time.monotonic()
        self.waits = dict(_waits(pid))

    def read(self) -> float:
        """Returns: seconds since the clock was made."""
        now, waits = time.monotonic(), dict(_waits(self.pid))
        longest = max((wait - self.waits.get(thread, 0.0) for thread, wait in waits.items()), default=0.0)
        self.seconds += max(0.0, now - self.last - longest)
        self.last, self.waits = now, waits
        return self.seconds


def _waits(pid: int) -> Iterator[tuple[int, float]]:
    """(thread, seconds for which it has waited for a processor so far) of a process and its descendants."""
    todo = [pid]
    while todo:
        for task in _listed(Path(f"/proc/{todo.pop()}/task")):
            try:
                waited = int((task / "schedstat").read_text().split()[1])
                todo += [int(child) for child in (task / "children").read_text().split()]
            except OSError:  # it has ended
                continue
            yield int(task.name), waited / 1e9


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []
