"""Marks leave the kit: per question, or filled into Canvas's or Moodle's own file."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import click

from autograder.cli import options
from autograder.cli.errors import DONE, TO_FIX, UsageError, WorkNotRight
from autograder.cli.terminal import relative, say
from autograder.core import installed
from autograder.core.file_names import in_a_sentence
from autograder.core.files import write_atomically
from autograder.core.languages import joined, message, shown, what_it_says
from autograder.desk.course_file import is_course


@click.command(cls=options.Command)
@options.language
@click.argument("reports", required=False, type=Path, metavar="[FOLDER]")
@click.option("--course", type=Path, metavar="DIR", help="A course: use its marks; of an nbgrader course those in its gradebook.")
@click.option("--assignment", default="", metavar="NAME", help="Name (default: the only one there is).")
@click.option("--canvas", type=Path, metavar="FILE.csv", help="The gradebook as Canvas exported it.")
@click.option("--moodle", type=Path, metavar="FILE.csv", help="The grading worksheet as Moodle exported it.")
@click.option("--to", type=Path, metavar="FILE.csv", help="File to write (default: FILE-filled.csv).")
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@click.option("--column", default="", metavar="COLUMN", help="The column for the marks, by title, number or header.")
@click.option("--by", default="", metavar="COLUMN", help="Identify students by this column only.")
@click.option("--scale", is_flag=True, help="Scale the marks if the column has a different maximum.")
@click.option("--feedback", is_flag=True, help="Moodle: also fill in empty comments.")
def run(**options) -> int:
    """Write marks as CSV, or fill them into a file from Canvas or Moodle.

    FOLDER is the folder with the reports of autograder grade.
    """
    from autograder.lms import export
    from autograder.reports.grades import NoTable, of_one_assignment

    typed = SimpleNamespace(**options)
    wanted = _wanted(typed)
    target = _target(typed, wanted)
    marks, left_out = _marks(typed)
    try:
        known = of_one_assignment(marks, typed.assignment)
        filled = export.make(known, wanted)
    except NoTable as error:
        raise WorkNotRight(joined([message("Nothing was written."), what_it_says(error)])) from error
    write_atomically(target, filled.data)
    for sentence in left_out + export.sentences(filled, wanted, str(relative(target))) + export.about_texts(known):
        say(sentence)
    say(f"\n{shown(export.NEXT[wanted.kind])}")
    return DONE if filled.complete and not left_out else TO_FIX


def _marks(typed: SimpleNamespace) -> tuple[list, list[str]]:
    if typed.course is None:
        return _from_reports(typed.reports)
    return _from_own_course(typed) if is_course(typed.course) else _from_course(typed.course)


def _from_own_course(typed: SimpleNamespace) -> tuple[list, list[str]]:
    from autograder.cli.course_grading import opened
    from autograder.desk.standing import CourseStanding

    with opened(typed.course) as (course, store):
        marks = CourseStanding(course, store).grades()
    if not marks:
        command = f"autograder grade PATH --course {typed.course}"
        raise WorkNotRight(message("Nothing was submitted in {place} yet. Next:   {command}", place=typed.course, command=command))
    return marks, []


def _wanted(typed: SimpleNamespace):
    from autograder.lms import export

    if bool(typed.course) == bool(typed.reports):
        raise UsageError(message("Say where the marks are: either a folder of reports or --course DIR."))
    if typed.canvas and typed.moodle:
        raise UsageError(message("--canvas cannot be used with --moodle."))
    if typed.feedback and not typed.moodle:
        raise UsageError(message("--feedback can only be used with --moodle: only Moodle's worksheet has a column for comments."))
    if typed.feedback and typed.course and not is_course(typed.course):
        raise UsageError(message("--feedback needs a folder of reports: a gradebook has no comments. nbgrader sends feedback itself."))
    if not (typed.canvas or typed.moodle) and (typed.column or typed.by or typed.scale):
        raise UsageError(message("--column, --by and --scale can only be used with --canvas or --moodle."))
    source = typed.canvas or typed.moodle
    if source and not source.is_file():
        platform = "Canvas" if typed.canvas else "Moodle"
        raise UsageError(message("There is no file {file}. Use the file that you downloaded from {platform}.", file=source, platform=platform))
    kind = export.CANVAS if typed.canvas else export.MOODLE if typed.moodle else export.QUESTIONS
    return export.Wanted(kind, source, typed.column, typed.by, typed.scale, typed.feedback)


def _target(typed: SimpleNamespace, wanted) -> Path:
    from autograder.lms import export

    if not (typed.to or wanted.source):
        raise UsageError(message("Say which file to write: --to FILE.csv."))
    target = typed.to or export.filled_name(wanted.source)
    if target.is_dir():
        raise UsageError(message("{file} cannot be written: it is a folder.", file=target))
    if not target.parent.is_dir():
        raise UsageError(message("{file} cannot be written: {place} is not a folder.", file=target, place=target.parent))
    if target.exists() and not typed.force:
        if wanted.source and target.samefile(wanted.source):
            raise UsageError(message("{file} is the downloaded file itself. Name another file with --to, or overwrite it with --force.", file=target))
        raise UsageError(message("{file} already exists. Name another file with --to, or overwrite it with --force.", file=target))
    return target


def _from_reports(folder: Path) -> tuple[list, list[str]]:
    """Marks from a folder of JSON reports, one for each submission; sentences about files that are left out."""
    from autograder.reports import read_reports
    from autograder.reports.grades import of_report

    if not folder.is_dir():
        raise UsageError(message("There is no folder {folder}. To make it, run   {command}", folder=folder, command=f"autograder grade … --out {folder}"))
    left_out: list[str] = []
    found = read_reports(folder, lambda sentence: left_out.append(message("Left out: {sentence}", sentence=sentence)), _of_another_kind)
    marks = [of_report(report) for _stem, report in found]
    if not marks:
        said = message("There is no report in {folder}.", folder=in_a_sentence(folder))
        raise WorkNotRight(joined([said, *left_out, message("Next:   {command}", command="autograder grade PATH --out DIR")]))
    return marks, left_out


def _of_another_kind(path: Path) -> bool:
    """Whole JSON that is not a report: notes that other programs keep beside the reports; or no file at all."""
    if not path.is_file():
        return True
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return not (isinstance(content, dict) and "exercises" in content)


def _from_course(folder: Path) -> tuple[list, list[str]]:
    from autograder.nbgrader import export_grades, gradebook_connection

    try:
        with gradebook_connection.course_gradebook(folder) as gradebook:
            return export_grades.course_grades(gradebook, exempt=export_grades.exempt_of(folder)), []
    except ModuleNotFoundError as error:
        raise UsageError(message("This needs nbgrader ({name} is missing):   {command}", name=error.name, command=installed.extra("nbgrader"))) from error
    except gradebook_connection.GradebookUnusable as error:
        raise WorkNotRight(what_it_says(error)) from error
