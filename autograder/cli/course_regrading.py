"""Stored pages of a course are judged again, by the checks as they are now; whose marks change is said first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from autograder.cli.course_grading import MOST_LISTED, changes, show_class
from autograder.cli.errors import DONE, TO_FIX
from autograder.cli.terminal import progress, relative
from autograder.desk import recording
from autograder.desk.course_file import CourseAssignment, CourseFile
from autograder.desk.standing import CourseStanding
from autograder.desk.store import Graded, Store, StoredAttempt
from autograder.reports import wording

if TYPE_CHECKING:
    from autograder.content.assignment import Assignment
    from autograder.core.records import Report


def regrade_all(
    course: CourseFile, store: Store, mine: CourseAssignment, assignment: Assignment, jobs: int | None, dry_run: bool
) -> int:
    """Judges every stored page of an assignment again, and saves what is another result than before."""
    before = CourseStanding(course, store)
    settings = recording.judging(course, store.standing(), mine.name)
    attempts = {str(one.number): one for one in store.attempts(mine.name) if one.page}
    if not attempts:
        print(f"{mine.name}: nothing was submitted yet.\n\nNext:   autograder grade PATH --course {relative(course.folder)}")
        return DONE
    pages = [recording.StoredPage(number, one.file, store.blob(one.page)) for number, one in attempts.items()]
    with progress(f"judging {wording.count(len(pages), 'page')} again"):
        again = recording.judge_again(pages, assignment, settings, jobs or course.jobs, recording.work_folder(course, mine.name))
    if dry_run:
        changed = _different(attempts, again)
        print(f"{wording.count(len(attempts), 'page')} judged again, nothing saved. Results that would change: {len(changed)}.")
        for sentence in changed[:MOST_LISTED]:
            print(f"  {sentence}")
        print(f"\nNext:   autograder course regrade {relative(course.folder)} --assignment {mine.name}")
        return TO_FIX if changed else DONE
    found = [
        Graded(recording.as_before(again[number], one.report), page.content, one.file, one.submitted, one.known_by)
        for (number, one), page in zip(attempts.items(), pages, strict=True)
    ]
    new = store.record(mine.name, recording.with_receipts(found, course, assignment, settings))
    after = CourseStanding(course, store)
    whole = show_class(course, store, after, mine, assignment)
    print(f"{wording.count(len(attempts), 'page')} judged again, {wording.count(new, 'new grading')} saved.")
    for sentence in changes(before.marks[mine.name], after.marks[mine.name]):
        print(sentence)
    print(f"\nNext:   autograder course status {relative(course.folder)}")
    return DONE if whole else TO_FIX


def _different(attempts: dict[str, StoredAttempt], again: dict[str, Report]) -> list[str]:
    """A sentence for each page that has other points now."""
    return [
        f"{one.source.person or one.source.submission}: {wording.points(one.report.score)} → {wording.points(again[number].score)} points by the checks"
        for number, one in attempts.items()
        if number in again and abs(one.report.score - again[number].score) > 1e-9
    ]
