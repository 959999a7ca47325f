"""What is shown while a class is graded: how many, how fast, how long still; and nothing a name could spoil."""

import io
import re

import pytest
from reports_sample import EVIL_TERMINAL, nothing, report
from rich.console import Console

from autograder.cli import progress
from autograder.cli.progress import Lines, Tally, class_progress, duration
from autograder.core.records import Status


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


def run(tally: Tally, clock: Clock, *waits: float, failed: bool = False) -> None:
    for seconds in waits:
        clock.now += seconds
        tally.add(failed)


def test_before_the_first_one_no_speed_is_made_up(clock):
    assert Tally(3, clock).words() == "0 of 3 done · 0 failed"
    clock.now += 60
    assert Tally(3, clock).words() == "0 of 3 done · 0 failed"


def test_a_steady_class(clock):
    tally = Tally(60, clock)
    run(tally, clock, *[5.0] * 10)
    assert tally.words() == "10 of 60 done · 0 failed · 12 per minute · about 4 min 10 s left"
    run(tally, clock, 5.0, failed=True)
    assert "11 of 60 done · 1 failed" in tally.words()


def test_a_slow_start_is_forgotten(clock):
    """Loading the libraries took two minutes; after thirty submissions it says nothing about the rest."""
    tally = Tally(100, clock)
    run(tally, clock, 120.0, *[1.0] * 30)
    assert tally.per_minute == pytest.approx(60)


def test_when_nothing_comes_any_more_the_time_left_grows(clock):
    tally = Tally(20, clock)
    run(tally, clock, *[1.0] * 10)
    before = tally.per_minute
    clock.now += 30
    assert tally.per_minute < before / 3


def test_at_the_end_nothing_is_left(clock):
    tally = Tally(2, clock)
    run(tally, clock, 30.0, 60.0)
    assert tally.words() == "2 of 2 done · 0 failed · 1.3 per minute"
    assert tally.closing() == "2 submissions in 1 min 30 s: 2 graded, 0 failed."


def test_an_end_before_the_end_says_so(clock):
    tally = Tally(3, clock)
    run(tally, clock, 1.0, failed=True)
    assert tally.closing() == "1 of 3 submissions in 1 s: 0 graded, 1 failed."


def test_a_class_that_is_stopped_says_what_is_kept():
    with pytest.raises(KeyboardInterrupt) as stopped, class_progress(3) as shown:
        shown.done(report("ada"))
        raise KeyboardInterrupt
    told = str(stopped.value)
    assert told == "1 of 3 submissions graded and saved. Run the same command to continue (--regrade starts over)."


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "0 s"), (59.4, "59 s"), (59.6, "1 min 0 s"), (599, "9 min 59 s"), (600, "10 min"), (3599, "1 h 0 min"), (9000, "2 h 30 min")],
)  # fmt: skip
def test_durations_are_as_fine_as_anybody_wants(seconds, words):
    assert duration(seconds) == words


def test_without_a_terminal_there_is_a_line_for_each(capsys):
    with class_progress(3) as shown:
        shown.done(report("ada"))
        shown.done(nothing("ben", Status.UNREADABLE, "mnist.py is empty."))
        shown.done(report(f"eve{EVIL_TERMINAL}"))
    out, error = capsys.readouterr()
    lines = error.splitlines()
    assert out == "" and len(lines) == 4
    assert re.fullmatch(r"\[1/3\] ada: 100 of 100  \(0 failed · [\d.]+ per minute · about \d+ s left\)", lines[0])
    assert lines[1].startswith("[2/3] ben: unreadable: mnist.py is empty.  (1 failed")
    assert lines[2].startswith("[3/3] eveclick: 100 of 100")
    assert re.fullmatch(r"3 submissions in \d+ s: 2 graded, 1 failed.", lines[3])
    assert not set("\x1b\x07\x9b") & set(error)


@pytest.fixture
def terminal():
    """A terminal of 100 columns, and what was written to it."""
    file = io.StringIO()
    return Console(file=file, width=100, force_terminal=True, color_system=None, highlight=False), file


def test_on_a_terminal_failures_stay_and_the_rest_moves(terminal, clock):
    console, file = terminal
    tally = Tally(60, clock)
    with progress._live(tally, console) as shown:
        for place in range(10):
            clock.now += 5
            shown.done(report(f"s{place}"))
        shown.done(nothing("ben", Status.UNREADABLE, "[red]mnist.py[/red] is empty."))
    text = file.getvalue()
    frame = [line for line in re.split(r"[\r\n]", text) if "per minute" in line][-1]
    assert "11 of 60 done · 1 failed · 13 per minute · about 3 min 43 s left" in frame
    assert len(re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", frame).rstrip()) <= 100
    lines = [re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", line).strip() for line in re.split(r"[\r\n]", text)]
    assert "ben: unreadable: [red]mnist.py[/red] is empty." in lines
    assert "s1: 100 of 100" not in lines


def test_a_name_does_nothing_to_the_terminal(terminal, clock):
    console, file = terminal
    with progress._live(Tally(1, clock), console) as shown:
        shown.done(nothing(f"eve{EVIL_TERMINAL}", Status.UNREADABLE, EVIL_TERMINAL))
    assert "\x07" not in file.getvalue() and "\x9b" not in file.getvalue() and "owned" not in file.getvalue()


def test_lines_tell_failures_apart(clock):
    said = []
    lines = Lines(Tally(2, clock), lambda text, failed: said.append((text, failed)))
    lines.done(report("ada"))
    lines.done(nothing("ben", Status.NOT_GRADED, "Our fault."))
    assert said == [("ada: 100 of 100", False), ("ben: not graded: Our fault.", True)]


def test_an_error_in_between_leaves_no_bar_behind(capsys):
    with pytest.raises(ZeroDivisionError), class_progress(2) as shown:
        shown.done(report("ada"))
        raise ZeroDivisionError
    assert capsys.readouterr().err.count("\n") == 1  # no closing sentence: it would claim an end
