"""Stored pages of a course are judged again, by the checks as they are now; whose marks change is said first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from autograder.cli.course_grading import MOST_LISTED, changes, show_class
from autograder.cli.errors import DONE, TO_FIX, UsageError
from autograder.cli.terminal import progress, relative, say
from autograder.content.variants import NoSuchVariant
from autograder.core.languages import message, spoken, what_it_says
from autograder.desk import recording, student_variants
from autograder.desk.course_file import CourseAssignment, CourseFile, CourseUnusable
from autograder.desk.course_lock import Work
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
    settings = recording.judging(course, store.standing(), mine.name)
    attempts = {str(one.number): one for one in store.attempts(mine.name) if one.page}
    if not attempts:
        say(spoken("{assignment}: nothing was submitted yet.", assignment=mine.name))
        say(f"\n{spoken('Next:   {command}', command=f'autograder grade PATH --course {relative(course.folder)}')}")
        return DONE
    variants, unknown = _variants(course, mine, assignment, attempts)
    attempts = {number: one for number, one in attempts.items() if number in variants}
    pages = [recording.StoredPage(number, one.file, store.blob(one.page), variants[number]) for number, one in attempts.items()]
    for sentence in unknown[:MOST_LISTED]:
        say(sentence)
    with progress(spoken("judging {pages} again", pages=wording.count(len(pages), "page"))):
        again = recording.judge_again(pages, assignment, settings, jobs or course.jobs, recording.work_folder(course, mine.name))
    if dry_run:
        changed = _different(attempts, again)
        judged = wording.count(len(attempts), "page")
        say(spoken("{pages} judged again, nothing saved. Results that would change: {number}.", pages=judged, number=len(changed)))
        for sentence in changed[:MOST_LISTED]:
            say(message("  {sentence}", sentence=sentence))
        command = f"autograder course regrade {relative(course.folder)} --assignment {mine.name}"
        say(f"\n{spoken('Next:   {command}', command=command)}")
        return TO_FIX if changed else DONE
    found = [
        Graded(recording.as_before(again[number], one.report), page.content, one.file, one.submitted, one.known_by)
        for (number, one), page in zip(attempts.items(), pages, strict=True)
    ]
    receipts = recording.with_receipts(found, course, assignment, settings)
    with store.alone(Work.WRITING):
        before = CourseStanding(course, store)
        new = store.record(mine.name, receipts)
        after = CourseStanding(course, store)
        whole = show_class(course, store, after, mine, assignment)
    counted = {"pages": wording.count(len(attempts), "page"), "gradings": wording.count(new, "new grading")}
    say(spoken("{pages} judged again, {gradings} saved.", **counted))
    for sentence in changes(before.marks[mine.name], after.marks[mine.name]):
        say(sentence)
    say(f"\n{spoken('Next:   {command}', command=f'autograder course status {relative(course.folder)}')}")
    return DONE if whole and not unknown else TO_FIX


def _variants(
    course: CourseFile, mine: CourseAssignment, assignment: Assignment, attempts: dict[str, StoredAttempt]
) -> tuple[dict[str, str], list[str]]:
    """The number of an attempt -> the variant of its student, as the list of students has it now; and why some have none."""
    try:
        variant_of = student_variants.of_course(course, mine, assignment)
    except CourseUnusable as error:
        raise UsageError(what_it_says(error)) from error
    found, unknown = {}, []
    for number, one in attempts.items():
        try:
            found[number] = variant_of(one.source) if variant_of else ""
        except NoSuchVariant as error:
            unknown.append(what_it_says(error))
    return found, unknown


def _different(attempts: dict[str, StoredAttempt], again: dict[str, Report]) -> list[str]:
    """A sentence for each page that has other points now."""
    return [
        message(
            "{student}: {before} → {after} points by the checks",
            student=one.source.person or one.source.submission, before=wording.points(one.report.score), after=wording.points(again[number].score),
        )
        for number, one in attempts.items()
        if number in again and abs(one.report.score - again[number].score) > 1e-9
    ]
