"""Which student of a course is which user of a learning platform: by number, id, login, address, and at last by name.

Who could be two is neither: a mark that reaches another student is worse than none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from autograder.core.languages import message
from autograder.desk.roster import Student
from autograder.lms.csv_sheet import comparable
from autograder.lms.platform import LmsUser


@dataclass
class PeopleMatch:
    """Who is who.

    Attributes:
        users: a student's key -> the user.
        unsure: a student's key -> why there is no user. doubts: the keys of those who could be another student's user, or one of several.
        new: users that are not a student of the course yet.
        held: numbers of users who could be one of the unsure students, and so are neither.
    """

    users: dict[str, LmsUser] = field(default_factory=dict)
    unsure: dict[str, str] = field(default_factory=dict)
    doubts: set[str] = field(default_factory=set)
    new: list[LmsUser] = field(default_factory=list)
    held: set[str] = field(default_factory=set)


def match_people(kind: str, students: Iterable[Student], users: Sequence[LmsUser], title: str = "the platform") -> PeopleMatch:
    """Finds each student's user.

    Args:
        kind: of the platform. students: of the course. users: who is in the course on the platform now. title: of the platform.
    """
    left = list(students)
    found = PeopleMatch()
    free = {one.number: one for one in users}
    for known in left[:]:
        if number := known.number_on(kind):  # it was decided before: by this number or not at all
            left.remove(known)
            user = free.pop(number, None)
            if user is None:
                found.unsure[known.key] = message("is not in the course in {platform} any more", platform=title)
            else:
                found.users[known.key] = user
    could: dict[str, list[str]] = {}
    for forms_of_student, forms_of_user in _WAYS:
        could |= _by(forms_of_student, forms_of_user, left, free, found, title)
    for one in left:
        found.unsure.setdefault(one.key, message("is not in the course in {platform}", platform=title))
        found.held |= {number for number in could.get(one.key, []) if number in free}
    found.new = [user for number, user in free.items() if number not in found.held]
    return found


Forms = Callable[[Student], set[str]]
UserForms = Callable[[LmsUser], set[str]]


def _by(forms: Forms, user_forms: UserForms, left: list[Student], free: dict[str, LmsUser], found: PeopleMatch, title: str) -> dict[str, list[str]]:
    """Matches those that have a form in common with exactly one other. Returns the users that each of the rest could be."""
    of_user = {number: user_forms(user) for number, user in free.items()}
    hits = {one.key: [number for number, those in of_user.items() if those & forms(one)] for one in left}
    times = Counter(number for numbers in hits.values() for number in numbers)
    for one in left[:]:
        numbers = hits[one.key]
        if len(numbers) == 1 and times[numbers[0]] == 1:
            found.users[one.key] = free.pop(numbers[0])
            found.unsure.pop(one.key, None)
            found.doubts.discard(one.key)
            left.remove(one)
        elif numbers:
            if len(numbers) > 1:
                found.unsure[one.key] = message("could be several people in {platform}", platform=title)
            else:
                found.unsure[one.key] = message("could be the same person as another student, {other}, in {platform}", other=free[numbers[0]].name, platform=title)
            found.doubts.add(one.key)
    return {one.key: hits[one.key] for one in left if hits[one.key]}


def _ids(student: Student) -> set[str]:
    return {comparable(text) for text in (student.key, *student.also) if text and text != student.name}


def _user_ids(user: LmsUser) -> set[str]:
    return {comparable(text) for text in (user.login, user.email, *user.ids) if text}


def _number_and_name(student: Student) -> set[str]:
    """A number alone may be one of another system; with the name beside it, it is the platform's."""
    return {f"{one} {_name(student.name)}" for one in _ids(student)}


def _user_number_and_name(user: LmsUser) -> set[str]:
    return {f"{user.number} {_name(user.name)}"}


def _name(text: str) -> str:
    last, comma, first = text.partition(",")
    return comparable(f"{first} {last}" if comma else text)


_WAYS: tuple[tuple[Forms, UserForms], ...] = (
    (_number_and_name, _user_number_and_name),
    (_ids, _user_ids),
    (lambda student: {_name(student.name)} - {""}, lambda user: {_name(user.name)} - {""}),
)
