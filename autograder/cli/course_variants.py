"""Each student of a course gets a page in a variant: a zip for each student, and a table of who has which variant."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import click

from autograder.cli import options
from autograder.cli.errors import DONE, UsageError
from autograder.cli.terminal import progress, relative, say
from autograder.content.discovery import NBGRADER
from autograder.core.languages import message, spoken, what_it_says
from autograder.desk.course_file import is_course

TABLE = "variants.csv"


@click.command(cls=options.Command)
@options.language
@click.argument("folder", type=Path, metavar="[DIR]", default=Path())
@options.assignment()
@click.option("--out", type=Path, metavar="FOLDER", help="Where the zips go (default: variants/NAME in the course's folder).")
def variants(folder: Path, name: str, out: Path | None) -> int:
    """Write a zip with the page of each student, in the variant of that student.

    DIR is the folder of a course without nbgrader (default: this folder), with a list of students. course.toml says variants = "SEED"
    for the assignment, and grade --course judges each page by its student's variant.
    """
    if not is_course(folder) and (folder / NBGRADER).is_file():
        from autograder.cli.grade import NO_VARIANTS

        raise UsageError(NO_VARIANTS)
    from autograder.authoring.hand_out import HandOut
    from autograder.cli.course_grading import assignment_of, opened
    from autograder.content.variants import code, in_words, of_student
    from autograder.core.files import write_atomically
    from autograder.desk import student_variants
    from autograder.desk.course_file import CourseUnusable
    from autograder.desk.publishing import private_folder
    from autograder.desk.roster import read_roster
    from autograder.reports import wording
    from autograder.reports.json_files import file_stems

    with opened(folder) as (course, _store):
        mine, assignment = assignment_of(course, name)
        try:
            if student_variants.of_course(course, mine, assignment) is None:
                raise UsageError(
                    message(
                        'All students have the same page of {assignment}. For variants, write into course.toml, in [assignments.{assignment}]: '
                        'variants = "SEED", with any text in place of SEED.',
                        assignment=mine.name,
                    )
                )
            students = read_roster(course.roster) if course.roster else []
        except CourseUnusable as error:
            raise UsageError(what_it_says(error)) from error
        target = out or course.folder / "variants" / mine.name
        own = {one.key: of_student(assignment.variants, mine.variants, one.key) for one in students}
        stems = file_stems(own)
        with progress(spoken("making pages")) as tell, tempfile.TemporaryDirectory(prefix="autograder-") as scratch:
            made = HandOut(assignment, own.values(), lambda done, every: tell(spoken("judged {number} of {all} mistakes", number=done, all=every)))
            private_folder(target)
            for number, student in enumerate(students, 1):
                made.write_zip(own[student.key], target / f"{stems[student.key]}.zip", Path(scratch))
                tell(spoken("{number} of {all} pages", number=number, all=len(students)))
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(["id", "name", "file", "variant", "values"])
    rows.writerows([one.key, one.name, f"{stems[one.key]}.zip", code(own[one.key]), in_words(own[one.key])] for one in students)
    write_atomically(target / TABLE, table.getvalue().encode())
    different = len(set(own.values()))
    say(
        spoken(
            "{pages} in {variants}: {place}. Who has which: {table}",
            pages=wording.count(len(students), "page"), variants=wording.count(different, "variant"), place=relative(target), table=relative(target / TABLE),
        )
    )  # fmt: skip
    command = f"autograder grade PATH --course {relative(course.folder)} --assignment {mine.name}"
    say("\n" + spoken("Next: give each student the zip that the table names, and later   {command}", command=command))
    return DONE
