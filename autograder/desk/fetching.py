"""What is new on a learning platform is written into the course. Each step can be done again; a crash loses only the step."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from autograder.core.files import write_atomically
from autograder.core.languages import what_it_says
from autograder.desk.course_edit import CourseEdit
from autograder.desk.course_file import CourseFile
from autograder.desk.course_lock import Work
from autograder.desk.fetch_plan import ATTEMPT, FOLDER, ROSTER, FetchPlan, NewFile
from autograder.desk.platform_journal import JournalLine, PlatformJournal, Step
from autograder.desk.publishing import PRIVATE
from autograder.desk.store import Store
from autograder.desk.submitted import STAMP_FILE, as_utc
from autograder.lms.platform import LmsError, LmsRefused, Platform


@dataclass
class Fetched:
    """What was written.

    Attributes:
        folders: with new pages, in order of the attempts, and of which assignment they are.
        files: how many were fetched. failed: (file, why). stopped: why the rest was not fetched.
    """

    folders: dict[Path, str] = field(default_factory=dict)
    files: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    stopped: str = ""


def fetch(course: CourseFile, store: Store, platform: Platform, plan: FetchPlan, say: Callable[[str], None] = lambda _what: None) -> Fetched:
    """Writes what a plan says: the list of students first, then deadlines, extensions, and the files one by one.

    Raises:
        CourseUnusable: a file of the course cannot be changed.
    """
    with store.alone(Work.WRITING):
        _write_settings(course, store, plan)
    done = Fetched()
    for one in plan.news:
        assert course.lms is not None
        journal = PlatformJournal(store, course.lms, one.mine.lms)
        for place in one.stale:
            (course.folder / place).unlink(missing_ok=True)
        for new in sorted(one.files, key=lambda file: (file.submission.attempt, file.place)):
            say(f"{one.mine.name}: {new.user.name}")
            try:
                _fetch(course.folder, platform, journal, new)
            except LmsRefused as error:
                done.failed.append((f"{new.user.name}, {new.place.name}", what_it_says(error)))
                continue
            except LmsError as error:
                done.stopped = what_it_says(error)
                return done
            done.files += 1
            done.folders[course.folder / FOLDER / one.mine.name / ATTEMPT.format(new.submission.attempt)] = one.mine.name
    done.folders = to_grade(course, plan, done.folders)
    return done


def to_grade(course: CourseFile, plan: FetchPlan, new: Mapping[Path, str] = MappingProxyType({})) -> dict[Path, str]:
    """Folders with pages that are not graded, and of which assignment they are; an assignment's earlier attempts first.

    Args:
        new: those into which something was fetched just now.
    """
    found = {**{course.folder / place: name for place, name in plan.waiting.items()}, **new}
    return dict(sorted(found.items(), key=lambda item: (item[1], int(item[0].name.rpartition("-")[2]))))


def _write_settings(course: CourseFile, store: Store, plan: FetchPlan) -> None:
    edit = CourseEdit(course.folder)
    if plan.people.new or plan.noted:
        write_atomically(course.roster or course.folder / ROSTER, plan.roster, private=True)
        if course.roster is None:
            edit.set_roster(ROSTER)
    for one in plan.news:
        if one.deadline:
            edit.set_deadline(one.mine.name, one.deadline)
    edit.write()
    store.correct_all([entry for one in plan.news for _name, entry in one.extensions])


def _fetch(folder: Path, platform: Platform, journal: PlatformJournal, new: NewFile) -> None:
    """One file, whole or not at all; the journal's line comes after it."""
    content = platform.download(new.file)
    path = folder / new.place
    path.parent.mkdir(parents=True, exist_ok=True)
    (folder / FOLDER).chmod(PRIVATE)
    if new.submission.submitted is not None:
        write_atomically(path.parent / STAMP_FILE, f"{as_utc(new.submission.submitted).isoformat()}\n".encode(), durable=False)
    write_atomically(path, content)
    journal.add(JournalLine(new.user.number, Step.FETCHED, new.version, hashlib.sha256(content).hexdigest(), new.place.as_posix()))
