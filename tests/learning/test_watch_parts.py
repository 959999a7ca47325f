"""The parts of ``autograder watch``: keys, saves, what is checked again, and the screen at every size."""

import queue
import sys
import types
from dataclasses import replace

import miniature
import pytest
from rich.console import Console

from autograder.content import assignment_folder
from autograder.core.settings import Settings
from autograder.learning.progress import Progress
from autograder.learning.standing import State
from autograder.learning.watch import file_watcher, keys
from autograder.learning.watch.checker import (
    CheckBegan,
    CheckEnded,
    Checker,
    CheckFailed,
    Idle,
    PageSaved,
    PageUnreadable,
)
from autograder.learning.watch.state import WatchState
from autograder.learning.watch.view import screen

STUB = "raise NotImplementedError"
PATIENCE = 300  # seconds; nothing waits longer than it must


@pytest.fixture
def assignment(tmp_path):
    return assignment_folder.load(miniature.write(tmp_path))


# -- keys -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "names"),
    [("nHq", ["n", "h", "q"]), ("\x1b[A\x1b[B", ["up", "down"]), ("\x1bOA", ["up"]), ("\x1b[5~\x1b[6~", ["page up", "page down"]),
     ("\x1b[15~\x1b[1;5C", []), ("\x1b", ["escape"]), ("\r\n", ["enter", "enter"]), (" ", ["page down"]),
     ("\x03\x04", ["q", "q"]), ("\x07é", ["é"])],
)  # fmt: skip
def test_the_names_of_keys(typed, names):
    assert list(keys.key_names(typed)) == names


def test_keys_on_windows(monkeypatch):
    """A stand-in for the console: special keys come in two halves."""
    waiting = list("n\xe0H\x00P\xe0S\x03")
    console = types.SimpleNamespace(kbhit=lambda: bool(waiting), getwch=lambda: waiting.pop(0))
    monkeypatch.setitem(sys.modules, "msvcrt", console)
    monkeypatch.setattr(keys, "TICK", 0)
    reader = keys.WindowsKeys(lambda key: None)
    assert [list(keys.key_names(reader.read())) for _ in range(6)] == [["n"], ["up"], ["down"], [], ["q"], []]


def test_a_terminal_that_is_gone_ends_the_session(monkeypatch):
    pressed = []
    reader = keys.Keys(pressed.append)

    def gone():
        raise OSError

    reader.read = gone
    with reader:
        reader.thread.join(PATIENCE)
    assert pressed == ["q"]


# -- saves ------------------------------------------------------------------------------------------------------------


def test_a_save_is_noticed_without_notices_of_the_system(tmp_path):
    """On a network drive there are none."""
    page, seen = tmp_path / "page.py", []
    noticed = file_watcher.FileWatcher([page], seen.append)
    noticed.look()
    assert seen == []
    for change in (lambda: page.write_text("1"), lambda: page.write_text("12"), page.unlink):
        change()
        noticed.look()
    assert seen == [page] * 3


def test_no_notices_at_all_are_no_error(tmp_path, monkeypatch):
    def refused(*_arguments, **_settings):
        raise OSError("inotify watch limit reached")

    noticed = file_watcher.FileWatcher([tmp_path / "page.py"], print)
    monkeypatch.setattr(noticed.observer, "start", refused)
    with noticed:
        pass


# -- what is checked again --------------------------------------------------------------------------------------------


@pytest.fixture
def checks(assignment, tmp_path):
    """``checks(page)``: the exercises that are checked when this page is saved, with how they came out."""
    path = tmp_path / "page.py"
    happened = []
    checker = Checker(path, assignment, Settings(), Progress(tmp_path, "miniature"), happened.append)

    def called(text: str) -> dict[str, bool]:
        path.write_text(text)
        happened.clear()
        checker._look()
        assert not [event for event in happened if isinstance(event, CheckFailed)]
        assert isinstance(happened[-1], (Idle, PageUnreadable))
        begun = [event.name for event in happened if isinstance(event, CheckBegan)]
        ended = {event.result.name: event.result.passed for event in happened if isinstance(event, CheckEnded)}
        assert begun == list(ended)
        return ended

    yield called
    checker.stop = None
    checker.grader.close()


def test_only_what_changed_is_checked_again(checks):
    wrong = miniature.page(double="return numbers + 2")
    assert checks(miniature.page(double=STUB, total=STUB)) == {}
    assert checks(wrong) == {"double": False, "total": True}
    assert checks(wrong) == {}
    assert checks(wrong + "\n# a note, below\n") == {}
    assert checks("# a note, above\n" + wrong) == {"double": False}, "its message names a line"
    assert checks(miniature.page(double="return numbers + 3")) == {"double": False}
    helper = "def helper(numbers):\n    return {0} * numbers\n\n"
    page = miniature.page(double="return helper(numbers)")
    assert checks(helper.format(2) + page) == {"double": True}
    assert checks(helper.format(3) + page) == {"double": False}, "it leans on what was changed"
    assert checks(helper.format(2) + page) == {"double": True}
    assert checks("def double(numbers") == {}


def test_a_call_that_does_not_end_gives_way_to_the_next_save(tmp_path):
    """And not only when its time is over, which here is an hour."""
    settings = miniature.SETTINGS.replace("call = 2", "call = 3600\nsubmission = 3600")
    assignment = assignment_folder.load(miniature.write(tmp_path, {"assignment.toml": settings}))
    path, happened = tmp_path / "page.py", queue.SimpleQueue()
    path.write_text(miniature.page(double="while True:\n        pass", total=STUB))
    checker = Checker(path, assignment, Settings(), Progress(tmp_path, "miniature"), happened.put)
    checker.start()

    def next_one(kind: type) -> object:
        while not isinstance(event := happened.get(timeout=PATIENCE), kind):
            assert not isinstance(event, (CheckEnded, CheckFailed)), event
        return event

    try:
        checker.look()
        assert next_one(CheckBegan).name == "double"
        path.write_text(miniature.page(total=STUB))
        checker.look()
        ended = next_one(CheckEnded)
        assert (ended.result.name, ended.result.passed) == ("double", True)
        next_one(Idle)
    finally:
        checker.stop()
    assert not checker.is_alive()


def test_a_fault_of_the_checks_is_told_and_the_next_save_is_checked(assignment, tmp_path):
    happened = []
    test = assignment.exercise("double").checks
    sound = test.read_text()
    test.write_text("import no_such_module\n")
    path = tmp_path / "page.py"
    path.write_text(miniature.page(total=STUB))
    checker = Checker(path, assignment, Settings(), Progress(tmp_path, "miniature"), happened.append)
    checker._look()
    assert "not your fault" in happened[-1].text and "no_such_module" in happened[-1].text
    test.write_text(sound)
    checker._look()
    assert any(isinstance(event, CheckEnded) and event.result.passed for event in happened)
    checker.grader.close()


# -- the screen -------------------------------------------------------------------------------------------------------


@pytest.fixture
def board(assignment, tmp_path):
    from autograder.learning.standing import overview

    path = tmp_path / "page.py"
    path.write_text(miniature.page(double=STUB))
    progress = Progress(tmp_path, "miniature")
    made = WatchState(assignment, progress, path, lambda: "12:00:00")
    made.happened(PageSaved(path, overview(assignment, assignment.read(path), progress), {}, (), ()))
    return made


def shown(board: WatchState, width: int, height: int, encoding: str = "utf-8") -> list[str]:
    import io

    file = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    console = Console(file=file, width=width, height=height, force_terminal=True, color_system=None, highlight=False)
    with console.capture() as caught:
        console.print(screen(board, console), end="")
    caught.get().encode(encoding)
    return caught.get().split("\n")


@pytest.mark.parametrize("size", [(200, 60), (80, 24), (40, 12), (20, 6), (10, 3), (1, 1)])
@pytest.mark.parametrize("listing", [None, 1])
def test_the_screen_is_filled_and_never_overrun(board, size, listing):
    width, height = size
    board.listing = listing
    lines = shown(board, width, height)
    while lines and not lines[-1]:
        lines.pop()
    assert len(lines) <= height
    assert all(len(line) <= width for line in lines)
    if height >= 6:
        assert lines[0].startswith("Counting") and "q" in lines[-1]


@pytest.mark.parametrize("size", [(30, 12), (34, 12), (44, 12), (20, 6)])
def test_points_do_not_push_the_keys_off_a_narrow_screen(board, size):
    board.rows = [replace(row, state=State.PASSED, points=50.0, of=50.0) for row in board.rows]
    lines = shown(board, *size)
    while not lines[-1]:
        lines.pop()
    assert len(lines) <= size[1] and "q" in lines[-1]


def test_the_screen_in_plain_characters(board):
    board.extra, board.busy, board.banner = "“quoted” …", "double", "double is passed"
    text = "\n".join(shown(board, 80, 24, "ascii"))
    assert '"quoted" ...' in text and "+ double is passed" in text


def test_a_text_that_would_paint_over_the_screen_does_not(board):
    board.happened(PageUnreadable(board.path, "page.py, line 1: \x1b[2J\x1b]0;title\x07bad"))
    assert "\x1b" not in "\n".join(shown(board, 80, 24)) and "bad" in "\n".join(shown(board, 80, 24))


def test_the_work_that_is_done_is_the_one_that_is_shown(board):
    """Who goes on somewhere else on the page is followed."""
    assert board.current == "double"
    board.happened(PageSaved(board.path, board.rows, {}, (), ("total",)))
    assert board.current == "total"
    board.happened(PageSaved(board.path, board.rows, {"double": "double could not be read."}, (), ()))
    assert board.current == "double"
    rows = [replace(row, exercise=row.exercise) for row in board.rows]
    board.happened(PageSaved(board.path, rows, {"double": "double could not be read."}, (), ("total",)))
    assert board.current == "total"


def test_no_key_does_harm_before_the_page_was_read(assignment, tmp_path):
    board = WatchState(assignment, Progress(tmp_path, "miniature"), tmp_path / "page.py", lambda: "")
    for key in ("n", "h", "r", "r", "s", "l", "enter", "up", "down", "page down", "escape", "x"):
        assert board.pressed(key) == ""
        shown(board, 80, 24)
    assert board.pressed("q") == "quit"
