"""A person corrects a mark: for one student, or a check for all of them; and what was corrected can be taken back."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import click

from autograder.cli import options
from autograder.cli.errors import DONE, UsageError
from autograder.cli.terminal import relative, say

FOLDER = click.option("--course", "folder", type=Path, default=Path(), metavar="DIR", help="The course's folder (default: this folder).")


@click.command(cls=options.Command)
@click.argument("student", required=False, default="", metavar="[STUDENT]")
@click.argument("what", required=False, default="", metavar="[WHAT]")
@FOLDER
@options.assignment()
@click.option("--points", type=float, metavar="NUMBER", help="Give so many points for WHAT.")
@click.option("--exempt", is_flag=True, help="The student needs no mark in this assignment.")
@click.option("--extend", default="", metavar="TIME", help="A later deadline for the student, such as 2026-05-31T23:59.")
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

    STUDENT is an id, a name or a part of it. WHAT is an exercise, or one of its checks as EXERCISE::CHECK or EXERCISE::NUMBER.
    """
    from autograder.cli.course_grading import assignment_of, opened
    from autograder.desk.correcting import CourseDesk

    asked = SimpleNamespace(**typed)
    _one_thing(asked)
    with opened(asked.folder) as (course, store):
        desk = CourseDesk(course, store, asked.jobs)
        if asked.log:
            return _print_log(desk)
        if asked.undo is not None:
            planned = desk.undo(asked.undo, asked.by, asked.reason)
        else:
            mine, _assignment = assignment_of(course, asked.name)
            planned = _planned(desk, mine, asked)
        waits = bool(asked.check) and not asked.yes
        for sentence in planned.sentences:
            say(sentence if waits else sentence.replace(" would change:", " changed:"))
        if waits:
            say("\nNothing was changed yet.\n\nNext: the same command with   --yes")
            return DONE
        written = desk.make(planned)
        number = store.log()[-1].number
        reports = f"{len(written)} report{'' if len(written) == 1 else 's'} written again"
        say(f"Saved as entry {number} of the log; {reports}.")
        say(f"\nNext:   autograder export --course {relative(course.folder)} --to marks.csv, or to take it back   autograder override --undo {number} --course {relative(course.folder)}")
    return DONE


def _one_thing(asked: SimpleNamespace) -> None:
    """
    Raises:
        UsageError: nothing, or several things, are asked for.
    """
    for_student = [name for name, on in (("--points", asked.points is not None), ("--exempt", asked.exempt), ("--extend", asked.extend), ("--comment", asked.comment)) if on]
    others = [name for name, on in (("--check", asked.check), ("--undo", asked.undo is not None), ("--log", asked.log)) if on]
    if len(for_student) + len(others) != 1:
        raise UsageError("Say one thing to do: --points, --exempt, --extend, --comment, --check, --undo or --log.")
    if for_student and not asked.student:
        raise UsageError(f"{for_student[0]} needs a student: autograder override STUDENT {for_student[0]} …")
    if asked.points is not None and not asked.what:
        raise UsageError("--points needs an exercise or a check: autograder override STUDENT WHAT --points NUMBER.")
    if asked.check and asked.off == asked.everybody:
        raise UsageError("--check needs one of --off (it counts for no student) and --everybody (every student gets its points).")
    if (asked.off or asked.everybody) and not asked.check:
        raise UsageError("--off and --everybody need --check EXERCISE::CHECK.")


def _planned(desk, mine, asked: SimpleNamespace):
    from autograder.cli.course_grading import moment
    from autograder.core.corrections import CorrectionKind

    if asked.check:
        kind = CorrectionKind.OFF if asked.off else CorrectionKind.EVERYBODY
        return desk.for_all(mine, asked.check, kind, asked.by, asked.reason)
    reason = asked.reason
    if asked.exempt:
        kind = CorrectionKind.EXEMPT
    elif asked.extend:
        kind = CorrectionKind.EXTENSION
    elif asked.comment:
        kind, reason = CorrectionKind.COMMENT, asked.comment
    else:
        kind = CorrectionKind.POINTS
    until = moment(asked.extend, "--extend")
    return desk.for_student(mine, asked.student, kind, asked.by, reason, asked.what, asked.points, until)


def _print_log(desk) -> int:
    from autograder.desk.log_words import entry_sentence
    from autograder.reports.sanitize import one_line

    standing = desk.standing()
    for entry in standing.log:
        say(f"{entry.number:>4}  {one_line(entry_sentence(entry, standing), 400)}")
    say(f"\nNext: take one back with   autograder override --undo NUMBER --course {relative(desk.course.folder)}" if standing.log else "No correction was made yet.")
    return DONE
