"""A person corrects a mark: for one student, or a check for all of them; and what was corrected can be taken back."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import click

from autograder.cli import options
from autograder.cli.errors import DONE, UsageError
from autograder.cli.terminal import relative, say
from autograder.content.discovery import NBGRADER
from autograder.core.languages import message, spoken, spoken_plural

if TYPE_CHECKING:
    from autograder.desk.course_lock import Work

FOLDER = click.option("--course", "folder", type=Path, default=Path(), metavar="DIR", help="The course's folder (default: this folder).")


@click.command(cls=options.Command)
@options.language
@click.argument("student", required=False, default="", metavar="[STUDENT]")
@click.argument("what", required=False, default="", metavar="[WHAT]")
@FOLDER
@options.assignment()
@click.option("--points", type=float, metavar="NUMBER", help="Give so many points for WHAT.")
@click.option("--exempt", is_flag=True, help="The student needs no mark in this assignment.")
@click.option("--extend", default="", metavar="TIME", help="A later deadline for the student, such as 2026-05-31T23:59.")
@click.option("--submitted", default="", metavar="TIME", help="When the student submitted the page that counts, such as 2026-05-31T23:59.")
@click.option("--comment", default="", metavar="TEXT", help="Words for the student, about WHAT or the whole page.")
@click.option("--check", default="", metavar="WHAT", help="A check that was unfair to all students; with --off or --everybody.")
@click.option("--off", is_flag=True, help="With --check: it counts for no student.")
@click.option("--everybody", is_flag=True, help="With --check: every student gets its points.")
@click.option("--undo", type=int, metavar="NUMBER", help="Take an entry of the log back.")
@click.option("--log", is_flag=True, help="Print every correction that was made.")
@click.option("--reason", default="", metavar="TEXT", help="Why; students see it.")
@click.option("--by", envvar="AUTOGRADER_NAME", default="", metavar="NAME", help="Who makes it (default: $AUTOGRADER_NAME).")
@click.option("--yes", is_flag=True, help="With --check: do it. Without, only whose marks would change is shown.")
@options.jobs
def run(**typed) -> int:
    """Correct a mark so that the correction lasts.

    The course may be one with nbgrader or one without. STUDENT is an id, a name or a part of it. WHAT is an exercise, or one of its checks as EXERCISE::CHECK or EXERCISE::NUMBER.
    """
    from autograder.cli.course_grading import assignment_of, moment, opened
    from autograder.cli.override_output import nothing_changed_yet, print_log
    from autograder.desk.course_file import is_course

    asked = SimpleNamespace(**typed)
    _one_thing(asked)
    kind, until = _kind(asked), moment(asked.extend, "--extend") or moment(asked.submitted, "--submitted")
    if not is_course(asked.folder) and (asked.folder / NBGRADER).is_file():
        from autograder.cli.override_nbgrader import correct

        return correct(asked, kind, until)
    from autograder.desk.correcting import CourseDesk, TakenBack

    with opened(asked.folder, _work(asked)) as (course, store):
        desk = CourseDesk(course, store, asked.jobs)
        if asked.log:
            standing = desk.standing()
            return print_log(standing.log, standing.people, course.folder)
        if asked.undo is not None:
            try:
                planned = desk.undo(asked.undo, asked.by, asked.reason)
            except TakenBack as error:
                desk.publish(course.assignment(error.assignment))  # the command that has taken it back may have been interrupted before
                raise
        else:
            mine, _assignment = assignment_of(course, asked.name)
            planned = _planned(desk, mine, asked, kind, until)
        waits = bool(asked.check) and not asked.yes and not planned.there
        for sentence in planned.sentences(done=not waits):
            say(sentence)
        if waits:
            return nothing_changed_yet()
        written = desk.make(planned)
        number = planned.there or store.log()[-1].number
        again = len(written)
        if planned.there:
            said = spoken_plural(
                "Entry {number} of the log says the same already; {count} report written again.",
                "Entry {number} of the log says the same already; {count} reports written again.",
                again, number=number,
            )  # fmt: skip
        else:
            said = spoken_plural(
                "Saved as entry {number} of the log; {count} report written again.",
                "Saved as entry {number} of the log; {count} reports written again.",
                again, number=number,
            )  # fmt: skip
        say(said)
        place = relative(course.folder)
        out = f"autograder course push {place}" if course.lms else f"autograder export --course {place} --to marks.csv"
        back = f"autograder override --undo {number} --course {place}"
        next_step = spoken("Next:   {export}, or to take it back   {undo}", export=out, undo=back)
        say(f"\n{next_step}")
    return DONE


def _work(asked: SimpleNamespace) -> Work | None:
    """What no other command may do meanwhile: while pages are judged, what is judged must not change."""
    from autograder.desk.course_lock import Work

    if asked.log or (asked.check and not asked.yes):
        return None
    return Work.JUDGING if asked.check or asked.undo is not None else Work.WRITING


def _one_thing(asked: SimpleNamespace) -> None:
    """
    Raises:
        UsageError: nothing, or several things, are asked for.
    """
    for_student = [name for name, on in (("--points", asked.points is not None), ("--exempt", asked.exempt), ("--extend", asked.extend), ("--submitted", asked.submitted), ("--comment", asked.comment)) if on]
    others = [name for name, on in (("--check", asked.check), ("--undo", asked.undo is not None), ("--log", asked.log)) if on]
    if len(for_student) + len(others) != 1:
        raise UsageError(message("Say one thing to do: --points, --exempt, --extend, --submitted, --comment, --check, --undo or --log."))
    if for_student and not asked.student:
        raise UsageError(message("{option} needs a student: autograder override STUDENT {option} …", option=for_student[0]))
    if asked.points is not None and not asked.what:
        raise UsageError(message("--points needs an exercise or a check: autograder override STUDENT WHAT --points NUMBER."))
    if asked.check and asked.off == asked.everybody:
        raise UsageError(message("--check needs one of --off (it counts for no student) and --everybody (every student gets its points)."))
    if (asked.off or asked.everybody) and not asked.check:
        raise UsageError(message("--off and --everybody need --check EXERCISE::CHECK."))


def _kind(asked: SimpleNamespace):
    """Which kind of correction is asked for; None where it is none."""
    from autograder.core.corrections import CorrectionKind

    kinds = {
        CorrectionKind.OFF: asked.check and asked.off,
        CorrectionKind.EVERYBODY: asked.check and asked.everybody,
        CorrectionKind.EXEMPT: asked.exempt,
        CorrectionKind.EXTENSION: asked.extend,
        CorrectionKind.SUBMITTED: asked.submitted,
        CorrectionKind.COMMENT: asked.comment,
        CorrectionKind.POINTS: asked.points is not None,
    }
    return next((kind for kind, is_asked in kinds.items() if is_asked), None)


def _planned(desk, mine, asked: SimpleNamespace, kind, until):
    if asked.check:
        return desk.for_all(mine, asked.check, kind, asked.by, asked.reason)
    reason = asked.comment or asked.reason
    return desk.for_student(mine, asked.student, kind, asked.by, reason, asked.what, asked.points, until)
