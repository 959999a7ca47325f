"""Memory of a command and of all that it starts, as Linux shares it out: PSS, where what several use counts in parts."""

from __future__ import annotations

import subprocess
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

MOMENT = 0.25  # seconds between two looks
SERVER = "autograder.forkserver"
FORKED = "multiprocessing.forkserver"  # a process that judges are forked from; they look like it
KINDS = ("judge", "judges' fork server", "fork server", "worker")


@dataclass
class Peaks:
    """The most that was seen, in MiB.

    Attributes:
        each: (kind, libraries) -> process -> its highest PSS.
        together: of all processes at once.
        readable: False where the memory of some process could not be read.
    """

    each: dict[tuple[str, str], dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    together: float = 0.0
    readable: bool = True


def watch(command: list, folder: Path, environment: dict[str, str]) -> Peaks:
    """Runs a command, and looks at its processes until it ends.

    Raises:
        SystemExit: the command failed.
    """
    peaks = Peaks()
    words = [str(word) for word in command]
    process = subprocess.Popen(words, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        _look(process.pid, peaks)
        time.sleep(MOMENT)
    if process.returncode:
        raise SystemExit(f"{' '.join(words)} ended with {process.returncode}.")
    return peaks


def _look(root: int, peaks: Peaks) -> None:
    together = 0.0
    for pid, parent in _family(root).items():
        kind = _kind(pid, parent)
        size = _pss(pid)
        if size is None:
            peaks.readable = False
            continue
        together += size
        if kind is not None:
            peaks.each[kind][pid] = max(size, peaks.each[kind].get(pid, 0.0))
    peaks.together = max(peaks.together, together)


def _family(root: int) -> dict[int, int]:
    """Process -> parent, of a process and all that come from it."""
    parents = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, IndexError, ValueError):
                pass  # it has ended meanwhile
    found = {root: parents.get(root, 0)}
    grown = True
    while grown:
        more = {pid: parent for pid, parent in parents.items() if parent in found and pid not in found}
        found |= more
        grown = bool(more)
    return found


def _kind(pid: int, parent: int) -> tuple[str, str] | None:
    """What a process is: a worker is a fork server's child, and looks like one."""
    words = _words(pid)
    if SERVER in words:
        libraries = " ".join(words[words.index(SERVER) + 4 :])
        return ("worker" if SERVER in _words(parent) else "fork server"), libraries
    if any(FORKED in word for word in words):
        return ("judge" if any(FORKED in word for word in _words(parent)) else "judges' fork server"), ""
    if "grade" in words:
        return "judge", ""  # or the command itself, which judges a single page
    return None


def _words(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace").split("\0")
    except OSError:
        return []


def _pss(pid: int) -> float | None:
    """In MiB; 0 for a process that has ended, None if we may not know."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except PermissionError:
        return None
    except OSError:
        pass
    return 0.0
