"""``autograder override`` in an nbgrader course: the log beside the gradebook, and from there into its cells."""

from __future__ import annotations

from types import SimpleNamespace

from autograder.cli.errors import UsageError, WorkNotRight
from autograder.cli.grade_course import grade_course, need_nbgrader, only_assignment
from autograder.cli.override_output import nothing_changed_yet, print_log
from autograder.cli.terminal import relative, say
from autograder.core.corrections import CorrectionKind
from autograder.core.languages import choice, message, shown, spoken, what_it_says


def correct(asked: SimpleNamespace, kind: CorrectionKind | None, until) -> int:
    """Does one thing in an nbgrader course.

    Args:
        asked: what was typed. kind: of the correction; None for the log and to take an entry back.
        until: the new deadline; None where there is none.
    """
    if kind is CorrectionKind.SUBMITTED:
        raise UsageError(message("In an nbgrader course, timestamp.txt beside a page says when it was submitted. Correct it there, then grade again."))
    need_nbgrader()
    from autograder.desk.correction_entries import TakenBack
    from autograder.desk.course_file import CourseUnusable
    from autograder.nbgrader.correcting import CourseCorrector
    from autograder.nbgrader.gradebook_connection import GradebookUnusable
    from autograder.nbgrader.write_gradebook import Filling, NotReady

    name = asked.name or only_assignment(asked.folder)
    try:
        filling = Filling(asked.folder, name, {})
        choice.speak(of_page=filling.language)
        desk = CourseCorrector(filling, asked.jobs)
        if asked.log:
            return print_log(desk.log, desk.people, asked.folder)
        try:
            planned = _planned(desk, asked, kind, until)
        except TakenBack as error:
            grade_course(asked.folder, name, asked.jobs, False, {}, quiet=True)  # that command may have been interrupted
            raise WorkNotRight(what_it_says(error)) from error
    except (NotReady, GradebookUnusable) as error:
        raise UsageError(what_it_says(error)) from error
    except CourseUnusable as error:
        raise WorkNotRight(what_it_says(error)) from error
    waits = bool(asked.check) and not asked.yes and not planned.there
    _print_changes(planned, waits)
    if waits:
        return nothing_changed_yet()
    if planned.entry is not None:
        number = desk.add(planned.entry)
        undo = f"autograder override --undo {number} --course {relative(asked.folder)}"
        say(spoken("Saved as entry {number} of the log. To take it back:   {command}", number=number, command=undo))
    else:
        say(spoken("Entry {number} of the log says the same already.", number=planned.there))
    return grade_course(asked.folder, name, asked.jobs, False, {}, quiet=True)


def _planned(desk, asked: SimpleNamespace, kind: CorrectionKind | None, until):
    if kind is None:
        return desk.undo(asked.undo, asked.by, asked.reason)
    if asked.check:
        return desk.for_all(asked.check, kind, asked.by, asked.reason)
    reason = asked.comment if kind is CorrectionKind.COMMENT else asked.reason
    return desk.for_student(asked.student, kind, asked.by, reason, asked.what, asked.points, until)


def _print_changes(planned, waits: bool) -> None:
    from autograder.desk.mark_changes import change_sentences

    for sentence in change_sentences(planned.changes, done=not waits):
        say(shown(sentence))
    for student, cell in planned.by_hand:
        say(f"  ! {spoken('{student}: {cell} has a score from formgrader, which counts. Change it there.', student=student, cell=cell)}")
