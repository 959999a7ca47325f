"""Processor time of this process and of all processes below it, those that have ended among them. Only on Linux."""

from __future__ import annotations

import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def processor_seconds() -> float:
    """What this process and its descendants have used so far, in seconds; the machine's other work is not counted.

    A process that has ended counts as soon as its parent has waited for it.

    Example:
        >>> before = processor_seconds()
        >>> sum(range(3_000_000)) > 0 and processor_seconds() >= before
        True
    """
    found: dict[int, tuple[int, int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        found[int(path.parent.name)] = int(fields[1]), sum(map(int, fields[11:15]))  # its parent; user and system time, and those of its children
    ours = {os.getpid()}
    while more := {number for number, (parent, _) in found.items() if parent in ours} - ours:
        ours |= more
    return sum(found[number][1] for number in ours) / TICKS
