"""Each student of a course gets a page in a variant: a zip for each student, and a table of who has which variant."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import click

from autograder.cli import options
from autograder.cli.errors import DONE, UsageError
from autograder.cli.terminal import progress, relative

TABLE = "variants.csv"


@click.command(cls=options.Command)
@click.argument("folder", type=Path, metavar="[DIR]", default=Path())
@options.assignment()
@click.option("--out", type=Path, metavar="FOLDER", help="Where the zips go (default: variants/NAME in the course's folder).")
def variants(folder: Path, name: str, out: Path | None) -> int:
    """Write a zip with the page of each student, in the variant of that student.

    DIR is the folder of a course without nbgrader (default: this folder), with a list of students. course.toml says variants = "SEED"
    for the assignment, and grade --course judges each page by its student's variant.
    """
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
                raise UsageError(f'All students have the same page of {mine.name}. For variants, write into course.toml, in [assignments.{mine.name}]: variants = "SEED", with any text in place of SEED.')
            students = read_roster(course.roster) if course.roster else []
        except CourseUnusable as error:
            raise UsageError(str(error)) from error
        target = out or course.folder / "variants" / mine.name
        own = {one.key: of_student(assignment.variants, mine.variants, one.key) for one in students}
        stems = file_stems(own)
        with progress("making pages") as say, tempfile.TemporaryDirectory(prefix="autograder-") as scratch:
            made = HandOut(assignment, own.values(), lambda what: say(f"judged {what}"))
            private_folder(target)
            for number, student in enumerate(students, 1):
                made.write_zip(own[student.key], target / f"{stems[student.key]}.zip", Path(scratch))
                say(f"{number} of {len(students)} pages")
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(["id", "name", "file", "variant", "values"])
    rows.writerows([one.key, one.name, f"{stems[one.key]}.zip", code(own[one.key]), in_words(own[one.key])] for one in students)
    write_atomically(target / TABLE, table.getvalue().encode())
    different = len(set(own.values()))
    print(f"{wording.count(len(students), 'page')} in {wording.count(different, 'variant')}: {relative(target)}. Who has which: {relative(target / TABLE)}")
    print(f"\nNext: give each student the zip that the table names, and later   autograder grade PATH --course {relative(course.folder)} --assignment {mine.name}")
    return DONE
