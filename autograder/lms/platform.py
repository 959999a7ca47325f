"""What a learning platform is to a course, whichever it is: people, assignments, what was submitted, and marks."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlsplit

from autograder.content.owners import CANVAS, MOODLE
from autograder.core.languages import message

SAME = 0.005  # two marks are the same: platforms keep two decimals at least
LTI = "lti"  # any platform that speaks LTI 1.3
PLATFORMS = (CANVAS, MOODLE)  # whose own interface a course can use
KINDS = (*PLATFORMS, LTI)
HERE = ("127.0.0.1", "localhost", "::1")  # a token may go to these without encryption


class LmsError(Exception):
    """The platform cannot be used, or not now. The text says what happened and what to do; it never holds the token."""


class LmsRefused(LmsError):
    """The platform does not do one thing. Other things may work."""


class LmsUncertain(LmsError):
    """The answer to a change is lost. The change may have been made: ask the platform before it is made again."""


@dataclass(frozen=True)
class LmsPlace:
    """Where a course is on a learning platform.

    Attributes:
        kind: one of ``KINDS``. address: of the platform. course: its number there.
    """

    kind: str
    address: str
    course: str


@dataclass(frozen=True)
class LmsUser:
    """A student, as the platform knows one.

    Attributes:
        number: the platform's own.
        ids: other texts that identify the student: login, email address, number in the university's system.
        groups: numbers of the groups, where the platform says so.
    """

    number: str
    name: str
    email: str = ""
    login: str = ""
    ids: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class LmsAssignment:
    """An assignment on the platform.

    Attributes:
        number: the platform's own.
        points: what it is out of; 0 if it takes no marks.
        extensions: number of a student -> a later deadline.
        takes_files: whether a file can go to a student as feedback.
        closed: why marks cannot be written into it; empty if they can.
        notes: sentences worth knowing before marks are written. other_deadlines: a sentence on those that are not fetched.
        together: a group submits together; in Canvas its members then get one mark: to change that of one changes those of all.
        states: number of a student -> what else a mark must be sent with.
    """

    number: str
    title: str
    points: float
    deadline: datetime.datetime | None = None
    extensions: dict[str, datetime.datetime] = field(default_factory=dict)
    takes_files: bool = True
    closed: str = ""
    notes: tuple[str, ...] = ()
    other_deadlines: str = ""
    together: bool = False
    states: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class LmsFile:
    """A file on the platform; ``version`` is another one whenever its content is."""

    name: str
    address: str
    size: int | None = None
    version: str = ""


@dataclass(frozen=True)
class LmsSubmission:
    """What one student has submitted in one attempt, the first one being 1."""

    user: str
    attempt: int
    submitted: datetime.datetime | None
    files: tuple[LmsFile, ...]


@dataclass(frozen=True)
class LmsMark:
    """A student's mark, as it is on the platform now.

    Attributes:
        score: without what the platform takes off for lateness; None if there is no mark.
        taken_off: what the platform takes off for lateness.
        group: number of the group whose members get one mark; empty if each student has a separate mark.
        files: names of the feedback files. They are only known if one student was asked about.
        comment: where there is only one, as in Moodle.
        shows_comment: the platform says which comment there is. If not, a comment goes with the mark, and arrives with it.
    """

    user: str
    score: float | None = None
    excused: bool = False
    taken_off: float = 0.0
    group: str = ""
    files: tuple[str, ...] = ()
    comment: str = ""
    shows_comment: bool = True

    def is_marked(self, score: float | None, excused: bool) -> bool:
        """Whether this is the same mark."""
        if excused or self.excused:
            return excused == self.excused
        return score is not None and self.score is not None and abs(self.score - score) < SAME


@dataclass(frozen=True)
class Delivery:
    """What is to be given to one student.

    Attributes:
        score: None where the mark is not to be changed. excused: the student needs no mark.
        text: a few lines for the student. file, content: the feedback file; an empty name where there is none.
        ours: the beginning of the names of our feedback files, of earlier versions too.
        old_texts: hashes of comments that are ours, and may be replaced; see ``comment.text_hash``.
    """

    score: float | None = None
    excused: bool = False
    text: str = ""
    file: str = ""
    content: bytes = b""
    ours: str = ""
    old_texts: frozenset[str] = frozenset()


class Platform(Protocol):
    """A course on a learning platform. Every method raises ``LmsError``."""

    title: str  # "Canvas"
    kind: str  # "canvas"
    excuses: bool  # whether it can say that a student needs no mark
    gives_files: bool  # whether what students have submitted can be fetched

    def close(self) -> None:
        """Ends the connections; nothing is asked after that."""

    def course_title(self) -> str: ...

    def assignments(self) -> list[LmsAssignment]: ...

    def assignment(self, number: str) -> LmsAssignment: ...

    def students(self) -> list[LmsUser]:
        """Those who are in the course now."""

    def submissions(self, assignment: LmsAssignment, students: Sequence[LmsUser]) -> list[LmsSubmission]: ...

    def download(self, file: LmsFile) -> bytes: ...

    def marks(self, assignment: LmsAssignment) -> dict[str, LmsMark]:
        """Number of a student -> mark, without the feedback files."""

    def mark(self, assignment: LmsAssignment, user: str) -> LmsMark:
        """One student's mark, with the names of the feedback files."""

    def give(self, assignment: LmsAssignment, user: str, delivery: Delivery) -> None:
        """Writes a mark and its feedback. What is not in the delivery stays.

        Raises:
            LmsUncertain: it may have been done.
            LmsRefused: it was not done, and will not be.
        """


def address_of(text: str) -> str:
    """A platform's address without what comes behind its folder.

    Raises:
        ValueError: it is not an address, or would show the token to the network.

    Example:
        >>> address_of("https://canvas.example.org/courses/12"), address_of("https://example.org/moodle/")
        ('https://canvas.example.org', 'https://example.org/moodle')
    """
    parts = urlsplit(text.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(message("{text} is not an address. Write it like this: {example}", text=repr(text), example="https://canvas.example.org"))
    if parts.scheme == "http" and parts.hostname not in HERE:
        raise ValueError(message("{text} is without encryption, so others could read the token. Use https://", text=repr(text)))
    if "@" in parts.netloc:
        raise ValueError(message("The address holds a name or a password. Leave it away."))
    path = re.sub(r"/(courses/.*|course/.*|login.*|api/.*|webservice/.*|my/?)$", "", parts.path).rstrip("/")
    return f"{parts.scheme}://{parts.netloc}{path}"


def course_number(text: str) -> str:
    """The course's number in an address that a browser shows; empty if there is none.

    Example:
        >>> course_number("https://canvas.example.org/courses/12/grades"), course_number("https://x.org/course/view.php?id=7")
        ('12', '7')
    """
    found = re.search(r"/courses/(\d+)|/course/[\w.]+\?(?:.*&)?id=(\d+)", text)
    return (found[1] or found[2]) if found else ""


def is_same_site(address: str, other: str) -> bool:
    """Whether two addresses are at the same site, so that a token for one may be shown to the other."""
    one, two = urlsplit(address), urlsplit(other)
    return (one.scheme, one.netloc.lower()) == (two.scheme, two.netloc.lower())


def our_files(names: Iterable[str], ours: str) -> list[str]:
    """Those of the feedback files that the kit has written."""
    return [name for name in names if name.startswith(ours)]
