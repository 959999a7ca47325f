"""Memory of a command and of all that it starts, as Linux shares it out: PSS, where what several use counts in parts."""

from __future__ import annotations

import subprocess
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

MOMENT = 0.25  # seconds between two looks
SERVER = "autograder.sandbox.fork_server"
FORKED = "multiprocessing.forkserver"  # a process that judges are forked from; they look like it
KINDS = ("judge", "judges' fork server", "fork server", "worker")


@dataclass
class Peaks:
    """The most that was seen, in MiB.

    Attributes:
        kinds: process -> (kind, name), as it was last. highest: process -> its highest PSS.
        together: of all processes at once.
        readable: False where the memory of some process could not be read.
    """

    kinds: dict[int, tuple[str, str]] = field(default_factory=dict)
    highest: dict[int, float] = field(default_factory=dict)
    together: float = 0.0
    readable: bool = True

    def each(self) -> dict[tuple[str, str], list[float]]:
        """(kind, name) -> the highest PSS of each such process."""
        found = defaultdict(list)
        for pid, kind in self.kinds.items():
            found[kind].append(self.highest[pid])
        return found


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
            peaks.kinds[pid] = kind
            peaks.highest[pid] = max(size, peaks.highest.get(pid, 0.0))
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
    """What a process is: a worker is a fork of a server, looks like one, and leads a session of its own."""
    words = _words(pid)
    if SERVER in words:
        try:
            folder = Path(f"/proc/{pid}")
            name = (folder / "comm").read_text().strip()  # the last of its libraries
            session = int((folder / "stat").read_text().rpartition(")")[2].split()[3])
        except (OSError, IndexError, ValueError):
            return None  # it has ended meanwhile
        return ("worker" if session == pid and SERVER in _words(parent) else "fork server"), name
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
