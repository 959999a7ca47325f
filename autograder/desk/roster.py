"""Who is in a course, and whose a submission is: by the list of students, or by what a file's name says."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from autograder.content.owners import MOODLE, MOODLE_USER, display_names
from autograder.core.languages import message, what_it_says
from autograder.core.near_names import suggest
from autograder.desk.course_file import CourseUnusable
from autograder.lms.csv_sheet import Sheet, comparable, read_sheet
from autograder.reports.grades import NoTable

# Headers of lists as people, Canvas and Moodle write them.
IDS = ("id", "student id", "sis user id", "sis login id", "id number", "login", "username", "user name")
NAMES = ("name", "student", "full name", "student name")
FIRST, LAST = ("first name", "firstname", "given name"), ("last name", "lastname", "surname", "family name")
EMAILS = ("email", "email address", "e-mail", "mail")
PLATFORM_IDS = {"canvas id": "canvas:{}", "moodle id": "moodle user:{}", "lti id": "lti:{}"}  # written by ``autograder course fetch``
FAMILY_FIRST = ("HANGUL", "CJK UNIFIED", "HIRAGANA", "KATAKANA")  # scripts in which names have no space, and the family name first
NO_STUDENT = ("points possible", "student, test", "manual posting")  # rows of Canvas's gradebook


@dataclass(frozen=True)
class Student:
    """One student of a course.

    Attributes:
        key: what a course calls the student by, the same for ever: the id in the list, else the submission's name.
        name: as people have it. also: all else that a file may know the student by.
        listed: whether the list of students has this one.
        platforms: which learning platforms the list names, and their numbers of the student: ``canvas:4711``, ``moodle user:12``.
    """

    key: str
    name: str
    also: tuple[str, ...] = ()
    listed: bool = True
    platforms: tuple[str, ...] = ()

    def number_on(self, kind: str) -> str:
        """The number on a platform of this kind; empty if the list does not say one.

        Example:
            >>> Student("a1", "Ada", platforms=("canvas:11", "lti:51")).number_on("lti")
            '51'
        """
        before = platform_prefix(kind)
        return next((one.removeprefix(before) for one in self.platforms if one.startswith(before)), "")


@dataclass(frozen=True)
class Source:
    """Whose a submission is, as its file's name says; see ``content.owners.Owner``."""

    submission: str
    person: str = ""
    platform: str = ""


def platform_prefix(kind: str) -> str:
    """What is before a user's number in ``Student.platforms`` and ``Source.platform``."""
    return f"{MOODLE_USER if kind == MOODLE else kind}:"


def read_roster(path: Path) -> list[Student]:
    """The students in a CSV file: one that a person has written, Canvas's gradebook, or Moodle's list of participants.

    Raises:
        CourseUnusable: it cannot be read, has no column of names, or two students of one id.
    """
    try:
        sheet = read_sheet(path)
    except NoTable as error:
        raise CourseUnusable(message("The list of students: {error}", error=what_it_says(error))) from error
    return [student for _row, student in students_of(sheet)]


def students_of(sheet: Sheet) -> list[tuple[list[str], Student]]:
    """The rows of a list that are students', and who they are.

    Raises:
        CourseUnusable: see ``read_roster``.
    """
    header = [comparable(cell) for cell in sheet.header]
    name, first, last = (_first(header, known) for known in (NAMES, FIRST, LAST))
    if name is None and (first is None or last is None):
        raise CourseUnusable(message("{file} has no column with names: expected a column name, or first name and last name.", file=sheet.name))
    ids = [place for place, cell in enumerate(header) if cell in (*IDS, *EMAILS)]
    numbers = [(place, PLATFORM_IDS[cell]) for place, cell in enumerate(header) if cell in PLATFORM_IDS]
    found = [(row, _student(sheet, row, name, first, last, ids, numbers)) for row in sheet.rows[1:]]
    students = [(row, one) for row, one in found if one is not None]
    twice = [key for key, times in Counter(one.key for _row, one in students).items() if times > 1]
    if twice:
        raise CourseUnusable(message("{file} has several students with the id {id}. Give each student a separate id.", file=sheet.name, id=repr(twice[0])))
    return students


def _student(
    sheet: Sheet,
    row: list[str],
    name: int | None,
    first: int | None,
    last: int | None,
    ids: list[int],
    numbers: list[tuple[int, str]],
) -> Student | None:
    called = sheet.cell(row, name) if name is not None else _spoken_name(sheet.cell(row, last), sheet.cell(row, first))
    if not called or comparable(called) in NO_STUDENT:
        return None
    if "," in called:
        called = _spoken_name(*(part.strip() for part in called.split(",", 1)))
    also = tuple(dict.fromkeys(cell for place in ids if (cell := sheet.cell(row, place))))
    platforms = tuple(form.format(number) for place, form in numbers if (number := sheet.cell(row, place)))
    return Student(also[0] if also else called, called, also, platforms=platforms)


def _spoken_name(family: str, given: str) -> str:
    """A name as people say it, where a list has the family name first, with a comma behind it.

    Example:
        >>> _spoken_name("Lovelace", "Ada"), _spoken_name("김", "민준")
        ('Ada Lovelace', '김민준')
    """
    letters = [letter for letter in family + given if letter.isalpha()]
    if letters and all(unicodedata.name(letter, "").startswith(FAMILY_FIRST) for letter in letters):
        return f"{family}{given}"
    return f"{given} {family}".strip()


def _first(header: list[str], known: tuple[str, ...]) -> int | None:
    return next((place for name in known for place, cell in enumerate(header) if cell == name), None)


class People:
    """The students of a course.

    Args:
        listed: from the list of students; may be empty.
        sources: of all submissions that the course has seen.
    """

    def __init__(self, listed: Iterable[Student], sources: Iterable[Source]) -> None:
        self.listed = list(listed)
        self._index: dict[str, set[str]] = {}
        for student in self.listed:
            for text in (student.key, student.name, *student.platforms, *student.also):
                for form in _forms(text):
                    self._index.setdefault(form, set()).add(student.key)
        sources = list({one.submission: one for one in sources}.values())
        self._keys = {one.submission: self.listed_key(one) or one.submission for one in sources}
        known = {one.key for one in self.listed}
        alone = [one for one in sources if self._keys[one.submission] not in known]
        shown = display_names((one.submission, one.person) for one in alone)
        also = {one.submission: tuple(filter(None, (one.person,))) for one in alone}
        self.students = {one.key: one for one in self.listed} | {
            name: Student(name, called, also[name], listed=False) for name, called in shown.items()
        }
        times = Counter(one.name for one in self.students.values())
        self.shown = {
            key: one.name if times[one.name] == 1 else f"{one.name} ({key})" for key, one in self.students.items()
        }

    def key_of(self, submission: str) -> str:
        """The key of the student whose submission it is."""
        return self._keys.get(submission, submission)

    def named(self, text: str) -> Student:
        """The student whom a person means: by id, name, part of a name, address or submission.

        Raises:
            CourseUnusable: there is none, or there are several.
        """
        exact = [one for one in self.students.values() if text in (one.key, one.name, self.shown[one.key])]
        forms = _forms(text)
        alike = exact or [
            one for one in self.students.values() if forms & {form for part in (one.key, one.name, *one.also) for form in _forms(part)}
        ]
        words = set(comparable(text).split())
        found = alike or [one for one in self.students.values() if words and words <= set(comparable(one.name).split())]
        if len(found) == 1:
            return found[0]
        if found:
            which = ", ".join(f"{one.name} ({one.key})" for one in found)
            raise CourseUnusable(message("Several students are called {name}: {which}. Use the id.", name=repr(text), which=which))
        near = suggest(text, [*self.shown.values(), *self.students])
        raise CourseUnusable(message("The course has no student {name}.{near} Everybody:   autograder course status", name=repr(text), near=near))

    def listed_key(self, source: Source) -> str:
        """The student of the list, or empty where none fits, or several do: a mark of another student is worse than none."""
        number = "" if source.platform.startswith(MOODLE_USER) else source.platform.partition(":")[2]
        for text in (source.platform, number, source.submission, source.person):
            keys = set().union(*(self._index.get(form, set()) for form in _forms(text)))
            if len(keys) == 1:
                return keys.pop()
        return ""


def _forms(text: str) -> set[str]:
    """The forms in which two names may be equal: as they are, the part of an address before the @, and letters in any order.

    Canvas writes a name into a file's as ``lovelaceada``, and Moodle's participants are ``Participant 1234``.
    """
    plain = comparable(text)
    if not plain:
        return set()
    letters = unicodedata.normalize("NFC", plain)
    words = re.findall(r"\w+", letters.replace("_", " "))
    squashed = {"".join(order) for order in (words, words[::-1], [words[-1], *words[:-1]])} if 1 < len(words) < 6 else set()
    participant = re.fullmatch(r"participant (\d+)", plain)
    return {plain, plain.partition("@")[0], *squashed, *([participant[1]] if participant else [])} - {""}
