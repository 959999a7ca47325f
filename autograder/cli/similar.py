"""Pairs of answers in a class that share more than others of their exercise do. Nothing is run, and no mark depends on it."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from autograder.cli import options
from autograder.cli.errors import DONE, UsageError
from autograder.cli.graded_folder import of_one_assignment, read
from autograder.cli.graded_pages import graded_pages, places_of
from autograder.cli.help_texts import explained
from autograder.cli.targets import with_solutions
from autograder.cli.terminal import progress, relative, say
from autograder.content import owners
from autograder.content.assignment import Assignment
from autograder.content.assignment_search import is_place
from autograder.core.languages import message, shown, spoken, spoken_plural

if TYPE_CHECKING:
    from autograder.grading.similar.class_answers import ClassRead, GradedPage
    from autograder.grading.similar.pairs import SimilarPair

FORMAT = 1  # of what --json prints
SETTINGS = "course.toml"
LISTED = 60
MOST_LEFT_OUT = 12  # sentences


@click.command(cls=options.Command)
@options.language
@click.argument("folder", type=Path, metavar="DIR")
@click.argument("exercises", nargs=-1, metavar="[EXERCISE]...")
@options.assignment(message("by the reports"))
@click.option("--submissions", type=Path, multiple=True, metavar="PATH", help="Where the pages are (default: where they were graded).")
@click.option("--most", type=click.IntRange(1), default=LISTED, metavar="NUMBER", help=explained(message("List so many pairs at most (default: {usual}).", usual=LISTED)))
@click.option("--html", type=Path, metavar="FILE", help="Also write a page with the answers beside each other.")
@click.option("--json", "as_json", is_flag=True, help="Print the pairs as JSON.")
def run(folder: Path, exercises: tuple[str, ...], name: str, submissions: tuple[Path, ...], most: int, html: Path | None, as_json: bool) -> int:
    """List pairs of answers that share more than others of their exercise do.

    DIR is the folder that autograder grade --out wrote, or a course without nbgrader. Without any EXERCISE, it looks at all of
    them. What is in the assignment, or common in the class, counts for nothing. It changes no mark and is not an accusation: look
    at both answers, and talk with both students.
    """
    from autograder.core.files import write_atomically
    from autograder.desk.similar_page import page
    from autograder.grading.similar.class_answers import read_class
    from autograder.grading.similar.known_code import known_code
    from autograder.grading.similar.pairs import similar_pairs

    is_course = (folder / SETTINGS).is_file()
    assignment, graded = _of_course(folder, name, submissions) if is_course else _of_folder(folder, name, submissions)
    wanted = {assignment.exercise(word).name for word in exercises}
    with progress(spoken("reading the pages")) as tell:
        found = read_class(assignment, graded)
        tell(spoken("comparing the answers"))
        known = {name: code for name, code in known_code(assignment).items() if name in (wanted or assignment.functions)}
        pairs = similar_pairs(found, known)
    if as_json:
        print(json.dumps(_content(assignment, found, pairs), ensure_ascii=True, indent=1))
    else:
        _print(found, pairs[:most], len(pairs))
    if html is not None:
        write_atomically(html, page(assignment.title, pairs, found).encode("utf-8", "replace"))
    if not as_json:
        _next(folder, is_course, bool(pairs), html)
    return DONE


def _of_folder(folder: Path, name: str, submissions: tuple[Path, ...]) -> tuple[Assignment, list[GradedPage]]:
    """The pages of a folder of reports."""
    from autograder.grading.similar.class_answers import GradedPage

    found, _left_out = read(folder, shape=lambda report: report)
    assignment = with_solutions(name) if is_place(name) else None
    reports = list(of_one_assignment(found, assignment.name if assignment else name, folder).values())
    assignment = assignment or with_solutions(reports[0].assignment)
    there = graded_pages(assignment, places_of(folder, submissions), {one.source_sha256 for one in reports})
    people = owners.display_names((one.submission, one.person) for one in reports)
    ordered = sorted(reports, key=lambda one: people[one.submission].casefold())
    return assignment, [GradedPage(replace(one, submission=people[one.submission]), there.get(one.source_sha256)) for one in ordered]


def _of_course(folder: Path, name: str, submissions: tuple[Path, ...]) -> tuple[Assignment, list[GradedPage]]:
    """The pages of a course that count."""
    from autograder.cli.course_grading import assignment_of, opened

    if submissions:
        raise UsageError(message("A course has its pages in its database: leave --submissions away."))
    with opened(folder) as (course, store):
        from autograder.desk.similar_answers import pages_of
        from autograder.desk.standing import CourseStanding

        mine, assignment = assignment_of(course, name)
        standing = CourseStanding(course, store)
        people = standing.people.shown
        found = [replace(one, report=replace(one.report, submission=people[one.report.submission])) for one in pages_of(standing, store, mine)]
    return assignment, sorted(found, key=lambda one: one.report.submission.casefold())


def _print(found: ClassRead, pairs: Sequence[SimilarPair], count: int) -> None:
    from autograder.desk.similar_page import WHAT_IT_MEANS, not_compared, summary
    from autograder.reports import one_line

    for number, one in enumerate(pairs, 1):
        pair = spoken("{one} and {other}", one=one_line(one.one, 40), other=one_line(one.other, 40))
        say(f"{number}. {one.exercise or spoken('the whole page')}: {pair}")
        for reason in one.reasons:
            say(textwrap.fill(one_line(shown(reason), 400), 110, initial_indent="   ", subsequent_indent="   "))
    say(summary(found, count))
    if pairs:
        say(WHAT_IT_MEANS)
    if len(pairs) < count:
        say(
            spoken_plural(
                "{count} more pair not listed here: --most {all} lists all.",
                "{count} more pairs not listed here: --most {all} lists all.",
                count - len(pairs), all=str(count),
            )
        )  # fmt: skip
    for sentence in not_compared(found)[:MOST_LEFT_OUT]:
        say(spoken("Not compared: {sentence}", sentence=one_line(shown(sentence), 300)))
    if len(found.left_out) > MOST_LEFT_OUT:
        say(spoken("Not compared: {number} more.", number=len(found.left_out) - MOST_LEFT_OUT))


def _next(folder: Path, is_course: bool, any_pairs: bool, html: Path | None) -> None:
    if html is not None:
        say(f"\n{spoken('The page, for instructors: {page}', page=relative(html))}")
    if not any_pairs:
        command = f"autograder {'course status' if is_course else 'report'} {relative(folder)}"
        say(f"\n{spoken('Next:   {command}', command=command)}")
    elif is_course:
        say(f"\n{spoken('Next: see them beside each other   {command}', command=f'autograder desk {relative(folder)}')}")
    elif html is None:
        command = f"autograder similar {relative(folder)} --html similar.html"
        say(f"\n{spoken('Next: see them beside each other   {command}', command=command)}")
    else:
        say(f"\n{spoken('Next: open the page, and look at both answers of a pair.')}")


def _content(assignment: Assignment, found: ClassRead, pairs: Sequence[SimilarPair]) -> dict[str, Any]:
    """What ``--json`` prints. Keys are a promise: more may be added, none renamed."""
    return {
        "format": FORMAT,
        "assignment": assignment.name,
        "pages": found.pages,
        "answers": len(found.answers),
        "pairs": [
            {"exercise": one.exercise, "students": [one.one, one.other], "bits": round(one.bits, 1), "needed": round(one.needed, 1), "reasons": list(one.reasons)}
            for one in pairs
        ],
        "not_compared": [{"student": name, "why": why} for name, why in found.left_out],
    }
