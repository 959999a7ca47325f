"""Real commands of the kit that end, as by a power cut, at a moment that is chosen: just before they change something.

``Commands`` starts one process that has imported what the commands need, and that forks for each command. A moment is a write to
a file, a file that is renamed or removed, a statement that writes into a database or commits, or a request that is sent. The
command's own process counts its moments, and sends itself SIGKILL at the chosen one.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

WARM = (
    "autograder.cli.course_grading", "autograder.cli.course_platform", "autograder.cli.grade", "autograder.cli.override",
    "autograder.cli.report", "autograder.cli.export", "autograder.desk.correcting", "autograder.desk.publishing",
    "autograder.desk.pushing", "autograder.desk.push_plan", "autograder.desk.fetching", "autograder.desk.course_edit",
    "autograder.desk.recording", "autograder.grading.class_output", "autograder.grading.grader", "autograder.lms.canvas_api",
    "autograder.reports.html.pages", "autograder.cli.course_regrading", "sqlalchemy.dialects.sqlite", "numpy", "rich.progress",
)  # fmt: skip
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "http.client.send"}
NEVER = 10**9
PATIENCE = 20  # seconds for the processes of a command that was killed to end by themselves


@dataclass(frozen=True)
class Done:
    """A command that has ended.

    Attributes:
        code: its exit code; -9 if it was killed. moments: so many it had. at: the last one, in words.
        left: whether processes of it did not end by themselves.
    """

    code: int
    output: str
    moments: int
    at: str
    left: bool


class Commands:
    """``autograder …``, each in a process of its own. Use as a context manager.

    Args:
        home: a folder for what commands keep between runs.
    """

    def __init__(self, home: Path, **environment: str) -> None:
        self.home = home
        own = {**os.environ, "AUTOGRADER_CACHE": str(home / "cache"), "AUTOGRADER_LANGUAGE": "en", **environment}
        self.server = subprocess.Popen([sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=own, text=True)

    def __call__(self, words: list[str], cwd: Path, kill_at: int = NEVER) -> Done:
        out = self.home / "output.txt"
        assert self.server.stdin and self.server.stdout
        self.server.stdin.write(json.dumps({"words": words, "cwd": str(cwd), "out": str(out), "kill_at": kill_at}) + "\n")
        self.server.stdin.flush()
        return Done(**json.loads(self.server.stdout.readline()), output=out.read_text("utf-8", "replace"))

    def __enter__(self) -> Commands:
        return self

    def __exit__(self, *_error: object) -> None:
        assert self.server.stdin and self.server.stdout
        self.server.stdin.close()
        self.server.wait(60)
        self.server.stdout.close()


class Moments:
    """Counts in this process, and ends it at the chosen moment. What it says is written to a pipe."""

    def __init__(self, kill_at: int, pipe: int) -> None:
        self.own, self.kill_at, self.pipe, self.count = os.getpid(), kill_at, pipe, 0

    def begin(self) -> None:
        from sqlalchemy import Engine, event

        sys.addaudithook(self.audit)
        event.listen(Engine, "before_cursor_execute", self.statement)
        event.listen(Engine, "commit", lambda _connection: self.moment("commit"))

    def audit(self, name: str, arguments: tuple) -> None:
        if name == "open":
            path, mode, flags = arguments
            writes = any(letter in mode for letter in "wax+") if isinstance(mode, str) else bool((flags or 0) & WRITES)
            if writes and not str(path).startswith("/dev/"):
                self.moment(f"open {Path(os.fsdecode(path)).name if isinstance(path, (str, bytes, os.PathLike)) else path}")
        elif name in CHANGES:
            self.moment(f"{name} {arguments[1] if name == 'os.rename' else ''}".strip()[:80])

    def statement(self, _connection, _cursor, text: str, *_more) -> None:
        if text.lstrip()[:6].upper() in ("INSERT", "CREATE"):
            self.moment(" ".join(text.split()[:3]))

    def moment(self, words: str) -> None:
        if os.getpid() != self.own:
            return
        self.count += 1
        if self.count == self.kill_at:
            os.write(self.pipe, f"{self.count} {words}\n".encode("utf-8", "replace"))
            os.kill(self.own, signal.SIGKILL)

    def end(self) -> None:
        os.write(self.pipe, f"{self.count} the end\n".encode())


def serve() -> None:
    """Reads orders, forks for each, answers with what became of it."""
    import gc
    import importlib

    for name in WARM:
        importlib.import_module(name)
    from autograder import cli

    gc.freeze()
    for line in sys.stdin:
        order = json.loads(line)
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            _become(order, writing, cli.main)
        os.close(writing)
        _, status = os.waitpid(child, 0)
        said = _all(reading).decode("utf-8", "replace").strip().partition(" ")
        code = os.waitstatus_to_exitcode(status)
        print(json.dumps({"code": code, "moments": int(said[0] or 0), "at": said[2], "left": _leaves(child)}), flush=True)


def _become(order: dict, pipe: int, main) -> None:
    """This process becomes the command; it does not return."""
    os.setsid()  # its own processes are found by it
    os.set_inheritable(pipe, False)
    os.chdir(order["cwd"])
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    out = os.open(order["out"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(out, 1)
    os.dup2(out, 2)
    moments = Moments(order["kill_at"], pipe)
    moments.begin()
    code = 1
    try:
        code = main(order["words"])
    finally:
        moments.end()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _all(pipe: int) -> bytes:
    """What was said until now: processes of the command that live on may hold the pipe."""
    os.set_blocking(pipe, False)
    try:
        return os.read(pipe, 10000)
    except BlockingIOError:
        return b""
    finally:
        os.close(pipe)


def _leaves(session: int) -> bool:
    """Whether processes of a command are still there after a while; they are ended then."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if not _members(session):
            return False
        time.sleep(0.02)
    for one in _members(session):
        os.kill(one, signal.SIGKILL)
    return True


def _members(session: int) -> list[int]:
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            fields = (place / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(int(place.name))
    return found


if __name__ == "__main__":
    serve()
