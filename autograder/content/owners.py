"""Whose a file or folder is, by its name: as Moodle, Canvas and Classroom 50 name what a class has submitted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from autograder.core.languages import message

MOODLE, CANVAS = "moodle", "canvas"
MOODLE_USER = "moodle user"  # in the names of Moodle's downloads is the number of a participant, which is another one
ONLINE_TEXT = message("online text")
OF_CLASSROOM50 = ".classroom50.yaml"  # lies in every repository of a student's
LONGEST_SLUG = 39  # characters

_MOODLE = re.compile(r"(?P<who>.+?)_(?P<id>\d+)_assignsubmission_(?P<kind>[a-z]+)(?:_(?P<file>.*))?", re.DOTALL)
_CANVAS = re.compile(
    r"(?P<who>[^_]+)(?P<late>_LATE)?_(?P<id>\d+)_(?:(?P<file_id>\d+)_(?P<file>.+)|(?P<online>text|link|url)\.html?)",
    re.DOTALL | re.IGNORECASE,
)
_FETCHED = re.compile(r"(?P<who>.+?)_(?P<id>\d+)_fetched_(?P<kind>canvas|moodle)", re.DOTALL)  # see ``fetched_folder``


@dataclass(frozen=True)
class Owner:
    """Whose something is.

    Attributes:
        name: the submission's: the same wherever the file lies and however often something was submitted.
        person: the name to show, where that is another one.
        platform: which learning platform has named the file, and its own number of the student: ``canvas:4711``.
        late: the platform has marked it as late.
        file: the file's own name, as the student has named it.
        online: it is no file, but what was typed on the platform.
    """

    name: str
    person: str = ""
    platform: str = ""
    late: bool = False
    file: str = ""
    online: bool = False


def of_platform(name: str) -> Owner | None:
    """Whose a file or folder is, where a learning platform has named it; else None.

    Example:
        >>> of_platform("Bob Ross_1200346_assignsubmission_file").person
        'Bob Ross'
        >>> of_platform("lovelaceada_LATE_123_456_mnist-2.ipynb")
        Owner(name='lovelaceada_123', person='lovelaceada', platform='canvas:123', late=True, file='mnist-2.ipynb', online=False)
    """
    if found := _MOODLE.fullmatch(name):
        who, number = found["who"], found["id"]
        online = found["kind"] != "file"
        return Owner(
            f"{who}_{number}_assignsubmission_file", who, f"{MOODLE}:{number}", False, found["file"] or "", online
        )
    if found := _CANVAS.fullmatch(name):
        who, number = found["who"], found["id"]
        online, late = bool(found["online"]), bool(found["late"])
        return Owner(f"{who}_{number}", who, f"{CANVAS}:{number}", late, found["file"] or "", online)
    return None


def of_loose(names: Iterable[str]) -> dict[str, Owner]:
    """The files of a folder that a learning platform has named, and whose they are.

    Canvas gives every file its own number and every student one: where that is not so, the names only look like
    Canvas's (``team_1_2_final.py``), and say nothing.
    """
    found = {name: owner for name in names if (owner := of_platform(name)) is not None}
    of_canvas = [name for name, owner in found.items() if owner.platform.startswith(CANVAS)]
    canvas = {name: each for name in of_canvas if (each := _CANVAS.fullmatch(name)) is not None}
    files = Counter(each["file_id"] for each in canvas.values() if each["file_id"])
    people: dict[str, set[str]] = {}
    for each in canvas.values():
        people.setdefault(each["id"], set()).add(each["who"])
    if any(times > 1 for times in files.values()) or any(len(who) > 1 for who in people.values()):
        return {name: owner for name, owner in found.items() if name not in canvas}
    return found


def of_folder(name: str, assignment: str, of_classroom50: bool = False) -> Owner:
    """Whose a student's folder is.

    Args:
        name: the folder's. Many tools put the assignment's name before the student's: ``mnist-ada``.
        of_classroom50: it is a repository of Classroom 50, whose name has three parts: ``<classroom>-<slug>-<student>``.

    Example:
        >>> of_folder("mnist-ada", "mnist")
        Owner(name='mnist-ada', person='ada', platform='', late=False, file='', online=False)
        >>> of_folder("cs101-bank-marketing-ada", "bank_marketing", of_classroom50=True).person
        'ada'
    """
    if fetched := _FETCHED.fullmatch(name):
        platform = CANVAS if fetched["kind"] == CANVAS else MOODLE_USER
        return Owner(name, fetched["who"], f"{platform}:{fetched['id']}")
    found = of_platform(name)
    if found is not None and found.platform.startswith(MOODLE):
        return found
    if of_classroom50:
        parts = re.split(f"-{slug(assignment)}-", name, maxsplit=1, flags=re.IGNORECASE)
        return Owner(name, parts[1] if len(parts) > 1 else "")
    before, _, person = name.partition(f"{assignment}-")
    return Owner(name, person if not before and person and not person.isdigit() else "")


def fetched_folder(person: str, kind: str, number: str) -> str:
    """The name of a student's folder with what was fetched from a learning platform; ``of_folder`` reads it.

    Args:
        person: as the platform has the name. kind: ``CANVAS`` or ``MOODLE``. number: the platform's.

    Example:
        >>> fetched_folder("Ada/Lovelace", "canvas", "4711")
        'Ada Lovelace_4711_fetched_canvas'
        >>> of_folder(_, "mnist").platform
        'canvas:4711'
    """
    plain = " ".join("".join(letter if letter.isalnum() or letter in " -'." else " " for letter in person).split()).strip(".")
    return f"{plain[:60].strip(' .') or 'student'}_{number}_fetched_{kind}"


def slug(assignment: str) -> str:
    """An assignment's name as Classroom 50 spells it: small letters, digits and hyphens, at most 39 of them.

    Example:
        >>> slug("bank_marketing")
        'bank-marketing'
    """
    return re.sub(r"[^a-z0-9]+", "-", assignment.lower()).strip("-")[:LONGEST_SLUG].strip("-")


def own_name(file: str) -> str:
    """A file's name as its student has given it: what the platform has put before it is taken away.

    Example:
        >>> own_name("lovelaceada_123_456_mnist.ipynb"), own_name("mnist.ipynb")
        ('mnist.ipynb', 'mnist.ipynb')
    """
    found = of_platform(file)
    return (found.file if found else "") or file


def display_names(people: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What each submission is called for people; who would be called alike gets the submission's own name behind it.

    Args:
        people: (submission's name, person's name or empty).

    Example:
        >>> display_names([("Bob Ross_7_assignsubmission_file", "Bob Ross"), ("ada", "")])
        {'Bob Ross_7_assignsubmission_file': 'Bob Ross', 'ada': 'ada'}
        >>> display_names([("ross_7", "ross"), ("ross_8", "ross")])
        {'ross_7': 'ross (7)', 'ross_8': 'ross (8)'}
    """
    named = [(name, person or name) for name, person in people]
    times = Counter(person for _name, person in named)
    return {name: person if times[person] == 1 else _apart(name, person) for name, person in named}


def _apart(name: str, person: str) -> str:
    """``ross (8)``: the number where a platform has given one."""
    if name == person:
        return name
    found = _MOODLE.fullmatch(name) or _FETCHED.fullmatch(name)
    number = found["id"] if found else name.removeprefix(f"{person}_")
    return f"{person} ({number})"
