"""What a learner needs, under the limits of Windows and macOS (see ``windows_limits``): real commands, and what they print."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import miniature
import pytest
import windows_limits

from autograder.content import assignment_search
from autograder.core import file_names

PATIENCE = 120  # seconds for one command
COMMAND = "import sys; from autograder.cli import command; sys.exit(command())"
LONG = pytest.mark.skipif(not os.environ.get("LONG_TESTS"), reason="takes half a minute; LONG_TESTS=1 runs it")
WRONG = miniature.page(double="return numbers + 2")


class There:
    """A folder with an assignment, and commands in it as on another system."""

    def __init__(self, system: str, folder: Path) -> None:
        (folder / "limits").mkdir()
        self.folder = folder / "kit"
        self.system = system
        self.environment = windows_limits.environment(system, folder / "limits")
        self.environment["AUTOGRADER_CACHE"] = str(folder / "cache")
        miniature.write(self.folder)
        (self.folder / "miniature.py").write_text(WRONG)

    def python(self, program: str, *words: str, code: int = 0, **more: str) -> str:
        """What a Python prints; on Windows in cp1252."""
        done = subprocess.run(
            [sys.executable, "-c", program, *words],
            cwd=self.folder,
            env={**self.environment, **more},
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=PATIENCE,
        )
        out, error = (data.decode("cp1252" if self.system == "windows" else "utf-8") for data in (done.stdout, done.stderr))
        assert "Traceback" not in out + error, out + error
        assert done.returncode == code, out + error
        return out + error

    def __call__(self, command: str, code: int = 0, **more: str) -> str:
        return self.python(COMMAND, *command.split(), code=code, **more)


@pytest.fixture(scope="module")
def windows(tmp_path_factory):
    return There("windows", tmp_path_factory.mktemp("windows"))


@pytest.fixture(scope="module")
def macos(tmp_path_factory):
    return There("macos", tmp_path_factory.mktemp("macos"))


# -- the limits hold, or nothing below could fail ------------------------------------------------------------------------

LIMITS = """
from autograder.sandbox import isolation as kit
from autograder.sandbox import fork_server_handle as handle
print(kit.sys.platform, kit.os.name, *(hasattr(kit.os, name) for name in ("fork", "getuid", "set_blocking", "getpid")))
print(hasattr(handle.signal, "SIGKILL"), hasattr(handle.signal, "SIGINT"), hasattr(handle.socket, "AF_UNIX"))
"""
WORKER = """
from autograder.sandbox.isolation import ProcessLimits
from autograder.sandbox.launcher import Starters
from autograder.sandbox import spawn_launcher
with Starters() as starters:
    worker = starters.get(()).start(ProcessLimits())
    cell = {"source": "import sys\\ndef f(): return 'windows_limits' in sys.modules", "picks": [0, 1], "filename": "page.py"}
    worker.ask({"op": "load", "cells": [cell]}, 30)
    print(worker.level, worker.ask({"op": "call", "function": "f", "arguments": {}}, 30)["value"])
    worker.close()
    try:
        spawn_launcher.subprocess.Popen(["true"], pass_fds=[0])
        print("passed on")
    except ValueError:
        print("refused")
"""


def test_the_kit_sees_the_other_system_and_so_do_the_processes_that_it_starts(windows, macos):
    assert windows.python(LIMITS).split() == ["win32", "nt", "False", "False", "False", "True", "False", "True", "False"]
    assert macos.python(LIMITS).split() == ["darwin", "posix", "True", "True", "True", "True", "True", "True", "True"]
    assert windows.python(WORKER).split() == ["none", "True", "refused"]
    package = Path(windows_limits.PACKAGE, "new.py")
    said = windows.python(f"try:\n    open({str(package)!r}, 'w')\nexcept PermissionError as error:\n    print(error.strerror)")
    assert said == "Permission denied\n" and not package.exists()


# -- what a learner types -----------------------------------------------------------------------------------------------


def test_doctor_claims_nothing(windows, macos):
    for there in (windows, macos):
        said = there("doctor")
        assert "Isolation: none." in said and "do not grade code from people whom you do not know" in said
        assert "memory is limited on Linux only" in said and "prevented" not in said


@pytest.mark.parametrize("system", ["windows", "macos"])
def test_check_list_hint_solution_and_reset(system, request):
    there = request.getfixturevalue(system)
    said = there("check miniature.py double", code=1)
    assert "double([1.0, 2.0]) gave 3.0 at [0]; expected 2.0" in said and "You added two." in said
    assert "Isolation: none." in said
    assert ("x each number" if system == "windows" else "✗ each number") in said
    assert "0 of 50" in there("list")
    assert "What is twice one?" in there("hint miniature.py double")
    there("solution miniature.py double", code=1)
    assert "return 2 * numbers" in there("solution miniature.py double")
    assert ".bak" in there("reset miniature.py double")
    (there.folder / "miniature.py").write_text(WRONG)


def test_a_check_without_an_end_a_flood_and_a_crash_cost_one_check_each(windows):
    """A process is ended without signals, and C code that prints a lot is not held up by a full pipe."""
    loop, flood = "import time\nwhile True: time.sleep(0.1)", "import os\nfor _ in range(100): os.write(2, b'a' * 4096)\nreturn numbers.sum()"
    (windows.folder / "lost.py").write_text(miniature.page(double=loop, total=flood))
    said = windows("check lost.py", code=1)
    assert "50 of 100 points" in said and "2 s" in said
    (windows.folder / "lost.py").write_text(miniature.page(double="import os\nos._exit(3)"))
    assert "exit code 3" in windows("check lost.py double", code=1)


def test_watch_checks_what_is_saved(windows):
    (windows.folder / "watched.py").write_text(WRONG)
    running = subprocess.Popen(
        [sys.executable, "-c", COMMAND, "watch", "watched.py"],
        cwd=windows.folder,
        env=windows.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    seen = ""
    with running:
        for line in running.stdout:
            seen += line.decode("cp1252")
            if "Next: 1 double" in seen:
                break
        (windows.folder / "watched.py").write_text(miniature.page())
        rest = running.communicate(timeout=PATIENCE)[0].decode("cp1252")
    assert "You added two." in seen and "2 of 2 passed in watched.py." in rest and running.returncode == 0


CARDS = """
import os
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
for cell in ("import numpy as np\\ndef double(numbers):\\n    return numbers + 2", "from autograder import check",
             "card = check('double')\\nprint(card)"):
    shell.run_cell(cell, store_history=True).raise_error()
"""


def test_a_card_in_a_notebook(windows):
    said = windows.python(CARDS)
    assert "You added two." in said and "each number becomes twice as large" in said


def test_the_grades_of_a_small_class_are_those_of_linux(windows, tmp_path):
    """Two processes, each of which starts a fresh Python for each function."""
    pages = windows.folder / "handed in"
    pages.mkdir()
    texts = {"ada": miniature.page(), "Ada": WRONG, "aux": WRONG, "zoë": miniature.page(total="return numbers[-1]")}
    for name, text in texts.items():
        (pages / f"{name}.py").write_bytes(text.replace("\n", "\r\n").encode())  # as an editor of Windows saves it
    windows.python(COMMAND, "grade", "handed in", "--assignment", "./solutions/miniature", "--out", "reports", "--jobs", "2")
    with open(windows.folder / "reports" / "grades.csv", encoding="utf-8-sig", newline="") as file:
        marks = {row["submission"]: row["percent"] for row in csv.DictReader(file) if row["status"] == "graded"}
    assert marks == {"ada": "100", "Ada": "50", "aux": "50", "zoë": "50"}
    written = [path for path in (windows.folder / "reports").rglob("*") if path.is_file()]
    assert len({str(path).casefold() for path in written}) == len(written), "or one would be lost in a folder of Windows"
    assert not [path for path in written if file_names.is_device(path.name)]
    reports = [json.loads(path.read_text("utf-8")) for path in (windows.folder / "reports").glob("*.json")]
    assert len(reports) == 4 and {report["isolation"] for report in reports} == {"none"}


@LONG
@pytest.mark.parametrize("system", ["windows", "macos"])
def test_the_sample_class(system, request):
    said = request.getfixturevalue(system)("demo --assignment ./solutions/miniature --out sample")
    assert "12 submissions, 12 graded: from 0 to 100 points, median 50." in said


# -- files ----------------------------------------------------------------------------------------------------------------


def test_a_file_that_another_program_has_open_is_written_a_little_later(windows):
    (windows.folder / "open.py").write_text(WRONG)
    assert "back to its stub" in windows("reset open.py double", LIMITS_LOCKED="open.py:2")


def test_and_if_it_stays_open_a_sentence_says_what_to_do(windows):
    (windows.folder / "open.py").write_text(WRONG)
    said = windows("reset open.py double", code=2, LIMITS_LOCKED="open.py:99")
    assert "open.py: another program has it open, so it was not written. Close it there, then try again." in said
    assert (windows.folder / "open.py").read_text() == WRONG


@pytest.mark.parametrize("words", [r".\solutions\miniature", r"C:\kit\solutions\miniature", "./solutions/miniature", r"\\server\share\miniature"])
def test_a_folder_is_a_folder_however_windows_spells_it(monkeypatch, words):
    monkeypatch.setattr(assignment_search, "Path", PureWindowsPath)
    assert assignment_search.is_place(words) and not assignment_search.is_place("miniature")
