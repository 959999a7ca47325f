"""One session: what the keyboard, the disk and the checker report is taken in turn, and shown."""

from __future__ import annotations

import logging
import os
import queue
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from autograder import reports
from autograder.content.assignment import Assignment
from autograder.core.languages import spoken
from autograder.learning.progress import Progress
from autograder.learning.standing import unfinished
from autograder.learning.watch.checker import CheckEnded, Checker, CheckFailed, Idle, PageUnreadable
from autograder.learning.watch.file_watcher import FileWatcher
from autograder.learning.watch.keys import keys
from autograder.learning.watch.state import WatchState

TICK = 0.1  # seconds between two turns of the sign that something is going on
LOOK = 1.0  # seconds between two looks at the file, where the system gives no notice

RESIZED, STOPPED, TICKED = "resized", "stopped", "ticked"


def watch(paths: list[Path], assignment: Assignment, settings) -> WatchState:
    """Checks a page whenever it is saved, until q, Ctrl-C or the end of the terminal.

    Args:
        paths: the page; further ones beside it are turned to when they are saved.
        assignment: its assignment.
        settings: how to judge.

    Returns:
        The standing at the end.
    """
    happened: queue.SimpleQueue = queue.SimpleQueue()
    progress = Progress(paths[0].parent, assignment.name)
    board = WatchState(assignment, progress, paths[0], lambda: time.strftime("%H:%M:%S"))
    checker = Checker(paths[0], assignment, settings, progress, happened.put)
    console = Console(highlight=False)
    on_screen = console.is_terminal and not console.is_dumb_terminal and sys.stdin.isatty()
    show = _on_screen if on_screen else _in_lines
    with _quiet_log() as silence, FileWatcher(paths, lambda path: happened.put(path)) as saves:
        try:
            checker.start()
            checker.look()
            show(board, checker, saves, happened, console)
        except KeyboardInterrupt:
            pass
        finally:
            silence()
            checker.stop()
    return board


# -- on a screen ------------------------------------------------------------------------------------------------------


def _on_screen(board: WatchState, checker: Checker, saves: FileWatcher, happened: queue.SimpleQueue, console: Console) -> None:
    from rich.live import Live

    from autograder.learning.watch.view import screen

    beat, size = 0, console.size
    with keys(happened.put) as keyboard, _signals(happened.put):
        with Live(screen(board, console), console=console, screen=True, auto_refresh=False, redirect_stdout=False,
                  redirect_stderr=False) as live:  # fmt: skip
            for event in _events(happened, saves):
                if event is STOPPED:
                    _pause(live, keyboard)
                elif isinstance(event, str) and event not in (RESIZED, TICKED):
                    action = board.pressed(event)
                    if action == "quit":
                        return
                    if action == "look":
                        saves.look()
                else:
                    _take(event, board, checker)
                beat += event is TICKED
                if event is not TICKED or board.busy or console.size != size:
                    size = console.size
                    live.update(screen(board, console, beat), refresh=True)


def _events(happened: queue.SimpleQueue, saves: FileWatcher) -> Iterator[object]:
    """What happens, in order, and a tick whenever nothing does."""
    looked = time.monotonic()
    while True:
        try:
            yield happened.get(timeout=TICK)
        except queue.Empty:
            yield TICKED
        if time.monotonic() > looked + LOOK:
            saves.look()
            looked = time.monotonic()


def _take(event: object, board: WatchState, checker: Checker) -> None:
    if isinstance(event, Path):
        checker.look(event if event.exists() else None)
    else:
        board.happened(event)
    checker.current = board.current


def _pause(live, keyboard) -> None:
    """Ctrl-Z: the shell gets its terminal back as it was, and so do we, later."""
    live.stop()
    keyboard.give_back()
    os.kill(os.getpid(), signal.SIGSTOP)
    keyboard.take()
    live.start(refresh=True)


@contextmanager
def _signals(put: Callable[[str], None]):
    """Changes of the window's size and Ctrl-Z, where the system has them; afterwards all is as it was."""
    before = {}
    for name, event in {"SIGWINCH": RESIZED, "SIGTSTP": STOPPED}.items():
        number = getattr(signal, name, None)
        if number is not None:
            before[number] = signal.signal(number, lambda *_details, event=event: put(event))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _quiet_log():
    """What our own log says comes after the session; in the middle of the screen it could not be read.

    Gives a function to call before the checks are cut short: that they complain is not news.
    """
    root = logging.getLogger()
    kept: list[logging.LogRecord] = []
    handler = logging.Handler()
    handler.emit = kept.append
    before, root.handlers = root.handlers, [handler]
    try:
        yield lambda: setattr(handler, "emit", lambda _record: None)
    finally:
        root.handlers = before
        for record in kept:
            root.handle(record)


# -- in plain lines ---------------------------------------------------------------------------------------------------


def _in_lines(board: WatchState, checker: Checker, saves: FileWatcher, happened: queue.SimpleQueue, console: Console) -> None:
    """For a pipe, a file, or a terminal that can do no more: a line or two for each result, until all are passed."""
    print(spoken("Watching {name}. Press Ctrl-C to stop.", name=board.path.name), flush=True)
    for event in _events(happened, saves):
        if event is TICKED:
            continue
        _take(event, board, checker)
        if isinstance(event, (CheckFailed, PageUnreadable)):
            print(event.text, flush=True)
        elif isinstance(event, CheckEnded):
            number = next(row.number for row in event.rows if row.name == event.result.name)
            reports.print_exercise(event.result, console, number=number, source=board.path.name, worth=board.assignment.worth)
            sys.stdout.flush()
        elif isinstance(event, Idle):
            _tell(board)
        if board.finished and not board.busy:
            return


def _tell(board: WatchState) -> None:
    row = unfinished(board.rows)
    said = spoken("{passed} of {number} passed.", passed=board.passed, number=len(board.rows))
    if row is not None:
        said += " " + spoken("Next: ") + f"{row.number} {row.name}, {board.path.name}" + spoken(" line {line}", line=row.line) * bool(row.line)
    print(said, flush=True)
