"""A receipt is checked: who has signed it, and whether the same page gives the same mark again."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.cli import options
from autograder.cli.errors import DONE, TO_FIX, UsageError, WorkNotRight
from autograder.cli.override import FOLDER
from autograder.cli.terminal import say
from autograder.core.languages import message, spoken, what_it_says
from autograder.core.languages.messages import plural


@click.command(cls=options.Command)
@options.language
@click.argument("receipts", nargs=-1, required=True, type=Path, metavar="RECEIPT...")
@FOLDER
@click.option("--key", type=Path, metavar="FILE", help="Only check the signature, by the course's public key (course.pub).")
@options.jobs
def run(receipts: tuple[Path, ...], folder: Path, key: Path | None, jobs: int | None) -> int:
    """Check receipts: their signatures, and that the pages give the same marks again.

    RECEIPT is a file that lies beside a report of the course.
    """
    for path in receipts:
        if not path.is_file():
            raise UsageError(message("There is no file {place}.", place=path))
    return _signatures(receipts, key) if key is not None else _marks(receipts, folder, jobs)


def _signatures(paths: tuple[Path, ...], key: Path) -> int:
    from autograder.desk.course_file import CourseUnusable
    from autograder.desk.keys import PublicKey
    from autograder.desk.receipts import read

    try:
        public = PublicKey.read(key)
    except CourseUnusable as error:
        raise UsageError(what_it_says(error)) from error
    bad = 0
    for path in paths:
        try:
            found = read(path.read_bytes(), public)
            points = {"score": float(found["score"]), "most": float(found["max_score"])}
            say(spoken("{file}: signed by the course. {score:g} of {most:g} points by the checks.", file=path, **points))
        except CourseUnusable as error:
            bad += 1
            say(message("{file}: {problem}", file=path, problem=what_it_says(error)))
    return TO_FIX if bad else DONE


def _marks(paths: tuple[Path, ...], folder: Path, jobs: int | None) -> int:
    from autograder.cli.course_grading import opened
    from autograder.desk.correcting import CourseDesk
    from autograder.desk.verifying import verify_all

    bad = 0
    with opened(folder) as (course, store):
        found = verify_all(CourseDesk(course, store, jobs), [path.read_bytes() for path in paths])
    for path, one in zip(paths, found, strict=True):
        bad += not one.same_mark
        if one.problem:
            say(message("{file}: {problem}", file=path, problem=one.problem))
        elif one.same_mark:
            say(spoken("{file}: signed by the course, and the page gives the same mark again: {mark}.", file=path, mark=one.mark))
        else:
            say(spoken("{file}: signed by the course, but the page gives another mark now: {mark}.", file=path, mark=one.mark))
        for sentence in one.differences:
            say(message("  {sentence}", sentence=sentence))
    if bad and len(paths) > 1:
        raise WorkNotRight(plural("{count} of {all} receipts does not hold.", "{count} of {all} receipts do not hold.", bad, all=len(paths)))
    return TO_FIX if bad else DONE
