"""How far a class is: done, failed, how many per minute and how long it will take; live on a terminal, in lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from autograder.core.languages import spoken, spoken_plural
from autograder.core.records import Report, Status

WINDOW = 30  # submissions that the speed is measured by: the first ones wait for the libraries, and say little
SEPARATOR = " · "
STEP = 0.25  # seconds between two drawings of the bar


class Tally:
    """Counts what is done.

    Args:
        total: submissions there are.
        clock: seconds, never backwards.
    """

    def __init__(self, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.total = total
        self.clock = clock
        self.started = clock()
        self.done = self.failed = 0
        self.recent = deque([self.started], WINDOW + 1)

    def add(self, failed: bool) -> None:
        """One more is done.

        Args:
            failed: there are no marks for it.
        """
        self.done += 1
        self.failed += failed
        self.recent.append(self.clock())

    @property
    def per_minute(self) -> float | None:
        """Of late, and slower by itself when nothing comes any more; None before the first one."""
        passed = self.clock() - self.recent[0]
        return 60 * (len(self.recent) - 1) / passed if len(self.recent) > 1 and passed > 0 else None

    def words(self) -> str:
        """``58 of 300 done · 2 failed · 14 per minute · about 17 min left``."""
        return SEPARATOR.join(self.parts())

    def parts(self) -> list[str]:
        """What ``words`` is made of."""
        parts = [spoken("{done} of {total} done", done=self.done, total=self.total), spoken("{number} failed", number=self.failed)]
        speed = self.per_minute
        if speed:
            parts.append(spoken("{number:.0f} per minute", number=speed) if speed >= 10 else spoken("{number:.1f} per minute", number=speed))
            if self.done < self.total:
                parts.append(spoken("about {time} left", time=duration(60 * (self.total - self.done) / speed)))
        return parts

    def closing(self) -> str:
        """What came of it, in a sentence."""
        values = {"time": duration(self.clock() - self.started), "graded": self.done - self.failed, "failed": self.failed}
        if self.done == self.total:
            return spoken_plural(
                "{count} submission in {time}: {graded} graded, {failed} failed.",
                "{count} submissions in {time}: {graded} graded, {failed} failed.",
                self.total, **values,
            )
        return spoken_plural(
            "{done} of {count} submission in {time}: {graded} graded, {failed} failed.",
            "{done} of {count} submissions in {time}: {graded} graded, {failed} failed.",
            self.total, done=self.done, **values,
        )

    def stopped(self) -> str:
        """What becomes of a class whose run was stopped, in two sentences."""
        return spoken_plural(
            "{done} of {count} submission graded and saved. Run the same command to continue (--regrade starts over).",
            "{done} of {count} submissions graded and saved. Run the same command to continue (--regrade starts over).",
            self.total, done=self.done,
        )


@contextmanager
def class_progress(total: int) -> Iterator[Lines]:
    """Shows how far a class is, on the error output. Gives an object with ``done(report)``.

    Raises:
        KeyboardInterrupt: it was stopped; its text says what is kept.
    """
    from rich.console import Console

    console = Console(stderr=True, highlight=False)
    tally = Tally(total)
    shown = _live(tally, console) if console.is_terminal else _plain(tally)
    try:
        with shown as lines:
            yield lines
    except KeyboardInterrupt as stopped:
        raise KeyboardInterrupt(tally.stopped()) from stopped
    print(tally.closing(), file=sys.stderr, flush=True)


class Lines:
    """A line for each submission.

    Args:
        say: prints a line; its second argument says that it is about a failure.
    """

    def __init__(self, tally: Tally, say: Callable[[str, bool], None]) -> None:
        self.tally = tally
        self.say = say

    def done(self, report: Report) -> None:
        """One submission is done."""
        failed = report.status is not Status.GRADED
        self.tally.add(failed)
        self.say(in_short(report), failed)


@contextmanager
def _plain(tally: Tally) -> Iterator[Lines]:
    def say(text: str, _failed: bool) -> None:
        print(f"[{tally.done}/{tally.total}] {text}  ({SEPARATOR.join(tally.parts()[1:])})", file=sys.stderr, flush=True)

    yield Lines(tally, say)


@contextmanager
def _live(tally: Tally, console) -> Iterator[Lines]:
    """A bar that moves; above it remain the lines about failures, and beside it is the latest."""
    from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn
    from rich.table import Column
    from rich.text import Text

    latest = ""

    class LatestResult(ProgressColumn):
        max_refresh = STEP

        def render(self, _task) -> Text:
            return Text(f"{tally.words()}   {latest}".rstrip(), no_wrap=True, overflow="ellipsis")

    def say(text: str, failed: bool) -> None:
        nonlocal latest
        latest = text
        if failed:
            console.print(Text(text, "red"))
        bar.update(task, completed=tally.done)

    latest_result = LatestResult(Column(no_wrap=True, overflow="ellipsis", ratio=1))
    columns = SpinnerColumn(), BarColumn(bar_width=20), latest_result
    with Progress(*columns, console=console, transient=True, expand=True) as bar:
        task = bar.add_task("", total=tally.total)
        yield Lines(tally, say)


def in_short(report: Report) -> str:
    """``ben: 87.5 of 100``, ``ada: unreadable: mnist.py is empty.``"""
    from autograder.reports import wording
    from autograder.reports.sanitize import one_line

    said = wording.out_of(report) if report.status is Status.GRADED else wording.status_line(report)
    return f"{one_line(report.person or report.submission, 60)}: {said}"


def duration(seconds: float) -> str:
    """``50 s``, ``3 min 20 s``, ``2 h 5 min``; no finer than is useful.

    Example:
        >>> duration(49.6), duration(200), duration(1999), duration(7500)
        ('50 s', '3 min 20 s', '33 min', '2 h 5 min')
    """
    seconds = round(seconds)
    if seconds < 60:
        return spoken("{seconds:.0f} s", seconds=seconds)
    if seconds < 600:
        return spoken("{minutes} min {rest} s", minutes=seconds // 60, rest=seconds % 60)
    minutes = round(seconds / 60)
    if minutes < 60:
        return spoken("{minutes} min", minutes=minutes)
    return spoken("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)
