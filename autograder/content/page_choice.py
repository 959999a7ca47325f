"""Which of a student's pages counts. Decided here and nowhere else: for grade, check, watch, the packs and courses.

A page on which something was begun goes before one that cannot be read, and that before an untouched one. Of several, the
one named after the assignment counts; then the one with more functions begun; then a notebook before a script; then the one
that lies less deep; then the newest.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from autograder.content import page_file
from autograder.content.assignment import Assignment
from autograder.content.owners import own_name
from autograder.core.faults import Unreadable
from autograder.core.languages import message
from autograder.core.notes import NoteKind, kind_of, of_other_page
from autograder.core.records import Report, Status

RULE = message(
    "The page that counts is one with work in it; of several, the one named after the assignment, the one with more "
    "functions started, a notebook before a script, the newest."
)
UNTOUCHED, UNKNOWN, BEGUN = range(3)
MOST_READ = 24  # pages of one student; of more, those with the most fitting names
MOST_JUDGED = 3  # pages beside the one that counts
COPY = r"[ _-]*(?:\(\d+\)|\d+|copy(?: \d+)?)?"  # what browsers and learning platforms put behind a name: "mnist (1)", "mnist-2"


@dataclass(frozen=True)
class Choice:
    """The page that counts, and the others.

    Attributes:
        page: the one that counts.
        worked: others on which something was begun, or that cannot be read; the most fitting first, no copies.
        others: the rest: untouched pages, helpers, copies.
    """

    page: Path
    worked: tuple[Path, ...] = ()
    others: tuple[Path, ...] = ()


def choose(pages: Sequence[Path], assignment: Assignment) -> Choice:
    """Decides which page counts. A single page is not even read.

    Args:
        pages: a student's, at least one. assignment: what they are pages of.
    """
    pages = sorted(pages, key=lambda path: _fit(path, assignment.name), reverse=True)
    read = pages[:MOST_READ]
    if len(read) == 1:
        return Choice(read[0])
    looked = {path: _looked(path, assignment) for path in read}
    read.sort(key=lambda path: _rank(path, looked[path], assignment.name), reverse=True)
    first, *rest = read
    seen = {looked[first][2]}
    worked = []
    for path in rest:
        state, _begun, digest = looked[path]
        if state is not UNTOUCHED and digest not in seen:
            worked.append(path)
        seen.add(digest)
    others = [path for path in [*rest, *pages[MOST_READ:]] if path not in worked]
    return Choice(first, tuple(worked), tuple(others))


def noted(report: Report, others: Iterable[tuple[str, Report]]) -> Report:
    """The same report, with a note on each page beside the one that counts, on which something was begun, too.

    Args:
        others: name of the file, and the report on it.
    """
    notes = [other_page_note(report.source, name, other) for name, other in others]
    return replace(report, notes=(*report.notes, *notes)) if notes else report


def notes_on_others(report: Report) -> list[str]:
    """Those notes of a report that ``noted`` has written."""
    return [one for one in report.notes if kind_of(one) is NoteKind.OTHER_PAGE]


def other_page_note(counts: str, name: str, other: Report) -> str:
    """What is said of a page beside the one that counts.

    Example:
        >>> other_page_note("a.ipynb", "a.py", Report("a", "ada", "", Status.UNREADABLE, (), "full", "mnist", 17, 0.0))
        'a.ipynb was graded. There is also a.py, but it cannot be read.'
    """
    if other.status is Status.UNREADABLE:
        return of_other_page(counts, message("There is also {name}, but it cannot be read.", name=name))
    if other.status is Status.NOT_GRADED:
        return of_other_page(counts, message("There is work in {name}, too; it could not be graded.", name=name))
    score, most = round(other.score, 2), round(other.max_score, 2)
    return of_other_page(
        counts, message("There is work in {name}, too; it would have earned {score:g} of {most:g} points.", name=name, score=score, most=most)
    )


def named_after(path: Path | str, assignment: str) -> bool:
    """Whether a page bears the assignment's name, so that it says nothing about its student.

    Example:
        >>> named_after("mnist (1).ipynb", "mnist"), named_after("mnist_ada.ipynb", "mnist")
        (True, False)
    """
    stem = Path(own_name(Path(path).name)).stem
    return re.fullmatch(re.escape(assignment) + COPY, stem, re.IGNORECASE) is not None


def _looked(path: Path, assignment: Assignment) -> tuple[int, int, str]:
    """What state a page is in, how many functions are begun, and a hash of its content."""
    try:
        data = page_file.read_bytes(path)
        digest = hashlib.sha256(data).hexdigest()
    except (Unreadable, OSError):
        return UNKNOWN, 0, str(path)
    try:
        count = len(assignment.read_bytes(data, path.name, path.stem).begun)
    except Unreadable:
        return (UNKNOWN if data.strip() else UNTOUCHED), 0, digest
    except Exception:  # whatever is odd about it: whoever judges it finds out, and says so
        return UNKNOWN, 0, digest
    return (BEGUN if count else UNTOUCHED), count, digest


def _rank(path: Path, looked: tuple[int, int, str], name: str) -> tuple[Any, ...]:
    fits, has_name, notebook, place, time = _fit(path, name)
    if looked[0] is UNTOUCHED:  # nothing depends on it; who begins sees the page that was saved last
        return (looked[0], fits, has_name, 0, place, time, notebook)
    return (looked[0], fits, has_name, looked[1], notebook, place, time)


def _fit(path: Path, name: str) -> tuple[Any, ...]:
    """Sorts pages by what can be seen from outside."""
    try:
        time = path.stat().st_mtime
    except OSError:
        time = 0.0
    return (
        named_after(path, name),
        name.casefold() in own_name(path.name).casefold(),
        path.suffix.lower() == ".ipynb",
        -len(path.parts),
        time,
    )
