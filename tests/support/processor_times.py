"""What each test costs in seconds of processor time, its processes included: ``pytest --times FILE``, then this module.

The clock says little on a machine that does other work. ``python tests/support/processor_times.py FILE`` sums a file up.
Where the kernel lets us make a group of processes (cgroups, as root), it counts them all. Elsewhere, what a process has used that
nobody waits for is missing, and much is: servers are killed, and browsers leave their own processes behind.
"""

import atexit
import contextlib
import json
import os
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

import pytest

TICKS = os.sysconf("SC_CLK_TCK")
_open, _read, _write, _close, _names = (
    os.open,
    os.read,
    os.write,
    os.close,
    os.listdir,
)  # a test may put others in their places


class Group:
    """A group of processes that the kernel keeps the account of; a process that is started in it stays in it."""

    def __init__(self) -> None:
        for place, self.account in ((Path("/sys/fs/cgroup/cpuacct"), "cpuacct.usage"), (Path("/sys/fs/cgroup"), "cpu.stat")):
            self.folder = place / f"tests-{os.getpid()}"
            with contextlib.suppress(OSError):
                self.folder.mkdir()
                (self.folder / "cgroup.procs").write_text(str(os.getpid()))
                self.seconds()
                atexit.register(self.leave)
                return
        self.account = ""

    def leave(self) -> None:
        with contextlib.suppress(OSError):
            (self.folder.parent / "cgroup.procs").write_text(str(os.getpid()))
            self.folder.rmdir()

    def seconds(self) -> float:
        text = _text(str(self.folder / self.account))
        return int(text) / 1e9 if self.account == "cpuacct.usage" else int(text.split()[1]) / 1e6


def spent(group: Group | None = None) -> float:
    """Seconds that this process has used, with all below it: those that have ended, and those that still run."""
    if group is not None and group.account:
        return group.seconds()
    own = os.times()
    return time.process_time() + own.children_user + own.children_system + sum(map(_of, _below(os.getpid())))


def _below(process: int) -> list[int]:
    found = []
    with contextlib.suppress(OSError):
        for thread in _names(f"/proc/{process}/task"):
            found += map(int, _text(f"/proc/{process}/task/{thread}/children").split())
    return found


def _text(path: str) -> str:
    file = _open(path, os.O_RDONLY)
    try:
        return b"".join(iter(lambda: _read(file, 1 << 16), b"")).decode()
    finally:
        _close(file)


def _of(process: int) -> float:
    try:
        fields = _text(f"/proc/{process}/stat").rpartition(")")[2].split()
    except OSError:
        return 0.0  # it has just ended
    return sum(map(int, fields[11:15])) / TICKS + sum(map(_of, _below(process)))


class Times:
    """Writes a line for each phase of each test; the workers of xdist write into the same file."""

    def __init__(self, file: Path) -> None:
        self.file = _open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
        self.group = Group()
        self.begin = spent(self.group)
        self.note("collection", "before the first test", 0.0)

    def note(self, test: str, phase: str, begin: float) -> None:
        _write(self.file, (json.dumps([test, phase, round(spent(self.group) - begin, 3)]) + "\n").encode())

    def pytest_collection_finish(self) -> None:
        self.note("collection", "collection", self.begin)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_setup(self, item):
        begin = spent(self.group)
        try:
            return (yield)
        finally:
            self.note(item.nodeid, "setup", begin)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item):
        begin = spent(self.group)
        try:
            return (yield)
        finally:
            self.note(item.nodeid, "call", begin)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_teardown(self, item):
        begin = spent(self.group)
        try:
            return (yield)
        finally:
            self.note(item.nodeid, "teardown", begin)


def summary(file: Path, longest: int = 40) -> str:
    """Seconds by folder, by file and by test, the most expensive first."""
    tests: Counter[str] = Counter()
    phases: dict[str, dict[str, float]] = defaultdict(dict)
    for line in file.read_text().splitlines():
        test, phase, seconds = json.loads(line)
        tests[test] += seconds
        phases[test][phase] = seconds
    files: Counter[str] = Counter()
    folders: Counter[str] = Counter()
    amounts: Counter[str] = Counter()
    for test, seconds in tests.items():
        name = test.partition("::")[0]
        files[name] += seconds
        amounts[name] += 1
        folders[str(Path(name).parent)] += seconds
    lines = [f"{sum(tests.values()):8.1f}  {len(tests)} tests"]
    lines += [f"{seconds:8.1f}  {name}" for name, seconds in folders.most_common()]
    lines += ["", *(f"{seconds:8.1f}  {name} ({amounts[name]})" for name, seconds in files.most_common(longest)), ""]
    for test, seconds in tests.most_common(longest):
        parts = " ".join(f"{phase} {value:.1f}" for phase, value in phases[test].items())
        lines.append(f"{seconds:8.1f}  {test} ({parts})")
    return "\n".join(lines)


if __name__ == "__main__":
    print(summary(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 40))
