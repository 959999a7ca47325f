"""``autograder watch`` in a real terminal: what is saved, what is seen, every key, and the terminal afterwards."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import miniature
import pytest
import windows_limits

pexpect = pytest.importorskip("pexpect")
pyte = pytest.importorskip("pyte")
termios = pytest.importorskip("termios", reason="a terminal as on Linux and macOS")

PATIENCE = 300  # seconds; a loaded machine is slow, and nothing waits longer than it must
STARTS, ENDS = "\x1b[?1049h", "\x1b[?1049l"  # a screen of its own, and the one from before
SHOW_CURSOR, HIDE_CURSOR = "\x1b[?25h", "\x1b[?25l"
STUB = "raise NotImplementedError"
STUBS = miniature.page(double=STUB, total=STUB)
WATCH = [sys.executable, "-m", "autograder", "watch"]


class Terminal:
    """A terminal with ``autograder watch`` in it, and what is on its screen."""

    def __init__(self, folder: Path, command: list[str], size: tuple[int, int] = (24, 90), environment: dict | None = None) -> None:
        kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")}
        kept |= {"TERM": "xterm-256color", "PATH": f"{os.environ['PATH']}:{folder}", **(environment or {})}
        self.page = folder / "miniature.py"
        self.screen = pyte.Screen(size[1], size[0])
        self.stream = pyte.Stream(self.screen)
        self.raw = ""
        self.child = pexpect.spawn(
            command[0],
            command[1:],
            cwd=folder,
            env={**kept, "TERM": "xterm-256color"},
            dimensions=size,
            encoding="utf-8",
        )
        self.before = termios.tcgetattr(self.child.child_fd)

    @property
    def shown(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def sees(self, *texts: str) -> None:
        """Waits until all texts (regular expressions) are on the screen together."""
        self.waits(lambda: all(re.search(text, self.shown) for text in texts), texts)

    def waits(self, until, what: object) -> None:
        deadline = time.monotonic() + PATIENCE
        while not until():
            try:
                text = self.child.read_nonblocking(4096, timeout=max(deadline - time.monotonic(), 0))
            except (pexpect.EOF, pexpect.TIMEOUT) as error:
                pytest.fail(f"{type(error).__name__} while waiting for {what}. The screen:\n{self.shown}")
            self.raw += text
            self.stream.feed(text)

    def saves(self, text: str) -> None:
        self.page.write_text(text)

    def types(self, keys: str) -> None:
        self.child.send(keys)

    def becomes(self, lines: int, columns: int) -> None:
        self.screen.resize(lines, columns)
        self.child.setwinsize(lines, columns)

    @property
    def is_ours(self) -> bool:
        """Whether single keys are read, without Enter."""
        return not termios.tcgetattr(self.child.child_fd)[3] & termios.ICANON

    def ends(self) -> str:
        """Waits for the end, and sees that the terminal is as it was. Returns what came after the screen was left."""
        self.waits(lambda: ENDS in self.raw, "the screen from before")
        self.waits(lambda: not self.is_ours, "a terminal that reads lines")
        assert self.raw.rfind(SHOW_CURSOR) > self.raw.rfind(HIDE_CURSOR)
        rest = self.raw.partition(ENDS)[2] + self.child.read()
        self.child.close()
        return rest


@pytest.fixture
def open_terminal(tmp_path):
    """``open_terminal(page, …)``: a terminal in a folder with this page; closed at the end of the test."""
    opened = []

    def open_one(page: str = STUBS, command: list[str] = WATCH, **settings) -> Terminal:
        miniature.write(tmp_path)
        work = tmp_path / "work"
        work.mkdir()
        (work / "miniature.py").write_text(page)
        opened.append(Terminal(work, command, **settings))
        return opened[-1]

    yield open_one
    for terminal in opened:
        terminal.child.close(force=True)


# -- saving -----------------------------------------------------------------------------------------------------------


def test_from_a_wrong_answer_to_a_right_one_to_the_next_exercise(open_terminal):
    terminal = open_terminal()
    terminal.sees("Counting: a first program", "0/2 passed", "1  double", "Not started", "miniature.py line 4")
    terminal.saves(miniature.page(double="return numbers + 2", total=STUB))
    terminal.sees("0 of 50", "each number becomes twice as large", "You added two", "Checked at")
    terminal.saves(miniature.page(total=STUB))
    terminal.sees("1/2 passed", "double passes: 50 of 50 points", "2  total", "Not started")
    terminal.saves(miniature.page())
    terminal.sees("2/2 passed", "All 2 exercises pass")
    terminal.types("q")
    assert "2 of 2 passed in miniature.py." in terminal.ends()
    assert terminal.child.exitstatus == 0


def test_a_slip_of_the_keyboard_is_shown_where_it_is(open_terminal):
    terminal = open_terminal()
    terminal.sees("Not started")
    terminal.saves("def double(numbers)\n    return 2 * numbers\n")
    terminal.sees("miniature.py, line 1: expected ':'", r"def double\(numbers\)", r" {19}\^")
    terminal.saves(miniature.page(total=STUB))
    terminal.sees("double passes")


def test_a_slip_in_one_cell_leaves_the_others_alone(open_terminal):
    terminal = open_terminal("# %% double\ndef double(numbers):\n    return 2 * numbers\n# %% total\n" + STUBS)
    terminal.sees("Not started")
    cells = "import numpy as np\n# %% double\ndef double(numbers):\n    return 2 * numbers\n# %% total\n"
    terminal.saves(cells + "def total(numbers:\n    return 1\n")
    terminal.sees("1/2 passed", "2  total", "total could not be read", "line 6")


def test_a_page_that_is_saved_by_renaming_deleted_and_put_back(open_terminal):
    terminal = open_terminal()
    terminal.sees("Not started")
    other = terminal.page.with_name("miniature.py.tmp")
    other.write_text(miniature.page(double="return 1 / 0", total=STUB))
    os.replace(other, terminal.page)
    terminal.sees("0 of 50", "ZeroDivisionError")
    terminal.page.rename(other)
    terminal.sees("miniature.py is missing")
    other.rename(terminal.page)
    terminal.sees("1  double", "ZeroDivisionError")
    terminal.page.unlink()
    terminal.saves(miniature.page(total=STUB))
    terminal.sees("double passes")


def test_saves_in_quick_succession_end_with_the_last(open_terminal):
    terminal = open_terminal()
    terminal.sees("Not started")
    for number in range(3, 40):
        terminal.saves(miniature.page(double=f"return numbers + {number}", total=STUB))
    terminal.saves(miniature.page(total=STUB))
    terminal.sees("double passes: 50 of 50 points", "2  total", "Checked at")


def test_an_endless_loop_gives_way_to_q(open_terminal):
    terminal = open_terminal()
    terminal.sees("Not started")
    terminal.saves(miniature.page(double="while True:\n    pass", total=STUB))
    terminal.sees("checking double")
    terminal.types("q")
    rest = terminal.ends()
    assert "Next: double" in rest and "broken" not in rest


def test_the_notebook_beside_is_turned_to_when_it_is_saved(open_terminal):
    """Who starts with the script here and works in the notebook would wait for ever."""
    terminal = open_terminal()
    notebook = terminal.page.with_suffix(".ipynb")
    terminal.child.close(force=True)
    cell = {"cell_type": "code", "source": miniature.page(total=STUB), "metadata": {}, "outputs": []}
    untouched = {**cell, "source": miniature.page(double=STUB, total=STUB)}
    notebook.write_text(json.dumps({"cells": [untouched], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    os.utime(notebook, (0, 0))
    again = Terminal(terminal.page.parent, WATCH)
    again.sees(r"miniature\.py", "Not started")
    notebook.write_text(json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    again.sees(r"miniature\.ipynb", "double passes")
    again.child.close(force=True)


# -- keys -------------------------------------------------------------------------------------------------------------


def test_every_key(open_terminal):
    terminal = open_terminal(miniature.page(double="return numbers + 2", total=STUB))
    terminal.sees("0 of 50", "n next   h hint   r reset   s solution   l list   q quit")
    terminal.types("h")
    terminal.sees("Hint 1 of 1: What is twice one?", "This was the last hint.")
    terminal.types("s")
    terminal.sees("You have not passed double yet", "Ask again")
    terminal.types("S")  # with the shift key locked, too
    terminal.sees("One way to write double", r"return 2 \* numbers")
    terminal.types("n")
    terminal.sees("2  total", "Not started")
    terminal.types("n")
    terminal.sees("1  double", "0 of 50")
    terminal.types("l")
    terminal.sees(r">  1  . double\s+tried\s+0 of 50", r" 2  . total\s+not started", "Enter go there")
    terminal.types("\x1b[B")
    terminal.sees(r">  2  . total")
    terminal.types("\r")
    terminal.sees("2  total", "Not started")
    terminal.types("n")
    terminal.sees("1  double", "0 of 50")
    terminal.types("r")
    terminal.sees("Press r again to replace double with its stub")
    terminal.types("xr")
    assert "numbers + 2" in terminal.page.read_text()
    terminal.types("r")
    terminal.sees("double is back to its stub", "miniature.py.1.bak", "Not started")
    assert "numbers + 2" not in terminal.page.read_text()
    assert "numbers + 2" in (terminal.page.parent / ".autograder" / "backups" / "miniature.py.1.bak").read_text()
    terminal.types("q")
    terminal.ends()


def test_a_long_message_is_scrolled(open_terminal):
    terminal = open_terminal(miniature.page(double="return numbers + 2", total=STUB), size=(10, 64))
    terminal.sees("each number becomes", "scroll")
    terminal.types("\x1b[6~")
    terminal.sees("numbers below zero")


def test_another_size_is_filled_at_once(open_terminal):
    terminal = open_terminal(miniature.page(double="return numbers + 2", total=STUB))
    terminal.sees("0 of 50", "n next   h hint   r reset   s solution   l list   q quit")
    terminal.becomes(16, 44)
    terminal.sees("n h r s l q")
    terminal.becomes(30, 100)
    terminal.sees("n next   h hint   r reset   s solution   l list   q quit")


# -- the end ----------------------------------------------------------------------------------------------------------


def left(terminal: Terminal) -> list[str]:
    """Processes that the session has left behind: what they were given as PATH ends with a folder of this test's."""
    mark = str(terminal.page.parent).encode()
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark in path.read_bytes():
                found.append((path.parent / "cmdline").read_text())
        except OSError:
            pass  # it has ended, or is somebody else's
    return found


def none_left(terminal: Terminal) -> bool:
    deadline = time.monotonic() + PATIENCE
    while left(terminal) and time.monotonic() < deadline:
        time.sleep(0.05)  # ending takes a process a moment
    return not left(terminal)


@pytest.mark.parametrize("way", ["q", "\x04", "ctrl-c", "kill"])
def test_the_terminal_is_given_back(open_terminal, way):
    terminal = open_terminal()
    terminal.sees("Not started")
    assert terminal.is_ours, "or this test could not fail"
    if way == "ctrl-c":
        terminal.child.sendintr()
    elif way == "kill":
        terminal.child.kill(signal.SIGTERM)
    else:
        terminal.types(way)
    rest = terminal.ends()
    assert "Next: double (miniature.py line 4), with   autograder watch" in rest and "Traceback" not in rest
    assert none_left(terminal)


def test_the_terminal_is_given_back_after_a_fault_of_ours(open_terminal):
    broken = (
        "from autograder import cli\nfrom autograder.learning.watch.state import WatchState\n"
        "def pressed(*_): raise ZeroDivisionError\nWatchState.pressed = pressed\ncli.main(['watch'])"
    )
    terminal = open_terminal(command=[sys.executable, "-c", broken])
    terminal.sees("Not started")
    terminal.types("n")
    assert "ZeroDivisionError" in terminal.ends()


def test_the_shell_gets_its_terminal_for_a_while(open_terminal):
    """Ctrl-Z, and then ``fg``."""
    terminal = open_terminal()
    terminal.sees("Not started")
    terminal.types("\x1a")
    terminal.waits(lambda: ENDS in terminal.raw, "the screen from before")
    _pid, status = os.waitpid(terminal.child.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    assert not terminal.is_ours
    terminal.raw = ""
    os.kill(terminal.child.pid, signal.SIGCONT)
    terminal.waits(lambda: STARTS in terminal.raw and terminal.is_ours, "the screen of its own")
    terminal.sees("Not started")
    terminal.types("q")
    terminal.ends()


# -- no terminal ------------------------------------------------------------------------------------------------------


def test_plain_lines_where_there_is_no_terminal(tmp_path):
    miniature.write(tmp_path)
    page = tmp_path / "miniature.py"
    page.write_text(miniature.page(double="return numbers + 2"))
    with subprocess.Popen(
        WATCH, cwd=tmp_path, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        lines = iter(running.stdout.readline, "")
        seen = "".join(next(lines) for _ in range(3))
        while "passed. Next" not in seen:
            seen += next(lines)
        page.write_text(miniature.page())
        rest, errors = running.communicate(timeout=PATIENCE)
    assert seen.startswith("Watching miniature.py. Press Ctrl-C to stop.\n") and "You added two." in seen
    assert "1 of 2 passed. Next: 1 double, miniature.py line 4" in seen
    assert "2 of 2 passed in miniature.py." in rest and running.returncode == 0
    assert "\x1b" not in seen + rest and errors == ""


def test_a_fresh_python_for_each_function(open_terminal):
    """As on macOS and Windows."""
    terminal = open_terminal(command=[*WATCH, "--spawn"])
    terminal.sees("Not started")
    terminal.saves(miniature.page(total=STUB))
    terminal.sees("double passes")
    terminal.saves(miniature.page(total="while True:\n    pass"))
    terminal.sees("checking total")
    assert left(terminal), "or this test could not fail"
    terminal.types("q")
    terminal.ends()
    assert none_left(terminal)


def test_the_keys_of_a_console_of_windows(open_terminal, tmp_path):
    """Keys come from ``msvcrt``, a changed size is not told, and a process is ended without signals."""
    limits = tmp_path / "limits"
    limits.mkdir()
    environment = {name: value for name, value in windows_limits.environment("windows", limits).items() if name != "PYTHONIOENCODING"}
    terminal = open_terminal(environment=environment)
    terminal.sees("Not started")
    terminal.types("h")
    terminal.sees("What is twice one")
    terminal.saves(miniature.page(total=STUB))
    terminal.sees("double passes")
    terminal.types("q")
    terminal.waits(lambda: ENDS in terminal.raw, "the screen from before")
    terminal.child.expect(pexpect.EOF)
    terminal.child.close()
    assert terminal.child.exitstatus == 0
