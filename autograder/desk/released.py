"""Which report a student may see in the desk: the one that was sent, as long as it is still the same."""

from __future__ import annotations

from autograder.desk.course_file import CourseAssignment, CourseFile
from autograder.desk.platform_journal import PlatformJournal
from autograder.desk.push_plan import feedback_hash
from autograder.desk.standing import CourseStanding, Mark
from autograder.desk.store import Store
from autograder.lms.platform import LTI


def own_mark(standing: CourseStanding, mine: CourseAssignment, user: str) -> Mark | None:
    """The mark of whoever has this number on the platform, by the list of students only: never by a name, which another one may have."""
    found = [one for one in standing.people.listed if one.number_on(LTI) == user]
    return standing.marks[mine.name].get(found[0].key) if len(found) == 1 else None


def is_released(course: CourseFile, store: Store, mark: Mark, user: str) -> bool:
    """Whether ``autograder course push`` has sent this mark with its feedback, and nothing has changed since."""
    if course.lms is None or course.lms.kind != LTI or not mark.assignment.lms or mark.report is None:
        return False
    sent = PlatformJournal(store, course.lms, mark.assignment.lms).known().get(user)
    return sent is not None and bool(sent.sha256) and sent.sha256 == feedback_hash(mark, store)
