"""Locks between commands that work on one course at the same moment.

A lock is a transaction on an empty SQLite file, as the course's own database has them. The system itself ends it when a process
ends, also one that is killed, and processes that were forked meanwhile do not keep it. Where the course's database is on a
PostgreSQL server, other machines can work on the course, too: then the server has the same lock once more.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.core.languages import joined, message, shown
from autograder.desk.course_file import CourseUnusable

if TYPE_CHECKING:
    from sqlalchemy import Engine

FOLDER = ".locks"
OFTEN = 0.2  # seconds between two attempts


class Work(StrEnum):
    """What excludes the same kind of work. Whoever needs two takes them in this order, so that no two wait for each other."""

    JUDGING = "judging"  # pages are judged, or whether a check counts is changed
    PLATFORM = "platform"  # something is sent to a learning platform, or fetched from it
    WRITING = "writing"  # gradings, corrections, settings and reports are written
    KEYS = "keys"  # a key is made


DOING = {
    Work.JUDGING: message("Another command is judging pages of this course."),
    Work.PLATFORM: message("Another command is connected to the learning platform of this course."),
    Work.WRITING: message("Another command is writing into this course."),
    Work.KEYS: message("Another command is making a key for this course."),
}


class CourseBusy(CourseUnusable):
    """Another command works on the course, and this one waits no longer."""


class _Held(threading.local):
    """The locks of this thread: who has one does not wait for it again."""

    def __init__(self) -> None:
        self.places: set[tuple[str, Work]] = set()


_held = _Held()


def to_stderr(sentence: str) -> None:
    print(shown(sentence), file=sys.stderr, flush=True)


@contextmanager
def alone(folder: Path, work: Work, engine: Engine | None = None, patience: float | None = None, say: Callable[[str], None] = to_stderr) -> Iterator[None]:
    """While this is open, no other command does this work on the course.

    Args:
        folder: the course's.
        engine: of the course's database, for a server that several machines use.
        patience: seconds to wait for another command; None for as long as it takes.
        say: is given a sentence when the wait begins.

    Raises:
        CourseBusy: another command has not ended in time.
        CourseUnusable: the folder cannot be locked.
    """
    waits = _Wait(work, patience, say)
    with _file_lock(folder, work, waits):
        if engine is None or engine.dialect.name != "postgresql":
            yield
            return
        with _server_lock(engine, work, waits):
            yield


class _Wait:
    """Waits for another command, says so once, and ends when patience does."""

    def __init__(self, work: Work, patience: float | None, say: Callable[[str], None]) -> None:
        self.work = work
        self.until = None if patience is None else time.monotonic() + patience
        self.say = say
        self.said = False

    def once(self) -> None:
        """
        Raises:
            CourseBusy: it was long enough.
        """
        if self.until is not None and time.monotonic() >= self.until:
            raise CourseBusy(joined([DOING[self.work], message("Wait until it is done, then try again.")]))
        if not self.said:
            self.said = True
            self.say(joined([DOING[self.work], message("This one waits until it is done; Ctrl-C ends the wait.")]))
        time.sleep(OFTEN)


@contextmanager
def _file_lock(folder: Path, work: Work, waits: _Wait) -> Iterator[None]:
    place = (str(folder.resolve()), work)
    if place in _held.places:
        yield
        return
    path = folder / FOLDER / work.value
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise _unlockable(path, error) from error
    try:
        while True:
            try:
                connection.execute("BEGIN EXCLUSIVE")
                break
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                    raise _unlockable(path, error) from error
            waits.once()
        _held.places.add(place)
        try:
            yield
        finally:
            _held.places.discard(place)
    finally:
        connection.close()


@contextmanager
def _server_lock(engine: Engine, work: Work, waits: _Wait) -> Iterator[None]:
    """The server's own kind of lock, which ends with the connection; see https://www.postgresql.org/docs/current/explicit-locking.html"""
    from sqlalchemy import text

    from autograder.desk import tables

    place = (engine.url.render_as_string(hide_password=True), work)
    if place in _held.places:
        yield
        return
    number = int.from_bytes(hashlib.sha256(f"autograder {work.value}".encode()).digest()[:8], "big", signed=True)
    with tables.said_in_one_sentence(engine):
        connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    try:
        while True:
            with tables.said_in_one_sentence(engine):
                if connection.execute(text("SELECT pg_try_advisory_lock(:number)"), {"number": number}).scalar():
                    break
            waits.once()
        _held.places.add(place)
        try:
            yield
        finally:
            _held.places.discard(place)
    finally:
        connection.invalidate()  # not back into the pool: the lock is the connection's
        connection.close()


def _unlockable(path: Path, error: Exception) -> CourseUnusable:
    return CourseUnusable(message("{file} cannot be locked: {error}. Without a lock two commands could do the same work at once, so nothing was done.", file=path, error=error))
