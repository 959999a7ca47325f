"""Grading on another service's machine: what ``autograder pack`` lets Gradescope, Classroom 50 and GitHub Actions run.

    python -P -m autograder.hosted gradescope --root /autograder --assignment mnist
    python -P -m autograder.hosted classroom50 --assignment FOLDER --folder CHECKOUT
    python -P -m autograder.hosted github-actions --folder CHECKOUT

A bug in the kit never becomes a zero: Gradescope gets a result without a score, and Classroom 50's runner an exit code that
it reports as an error. What is printed is for the instructor on Gradescope, and for the student on GitHub.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import sys
import tempfile
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from autograder import reports
from autograder.content import assignment_folder
from autograder.content.assignment import Assignment
from autograder.content.discovery import Handed, of_student
from autograder.content.page_choice import MOST_JUDGED, noted
from autograder.core import isolation_level, keras_backend
from autograder.core.files import write_atomically
from autograder.core.languages import choice, joined, message, shown, spoken, what_it_says
from autograder.core.records import Report, Status
from autograder.core.settings import Settings
from autograder.grading import work_items
from autograder.grading.grader import Grader
from autograder.hosted import classroom50_results, gradescope_results, markdown_summary


def main(arguments: list[str] | None = None) -> int:
    """Returns 0 when there is a result that counts (on GitHub Actions: and all of it is right), 1 otherwise."""
    choice.read_in(choice.chosen())
    parser = argparse.ArgumentParser(prog="python -m autograder.hosted", description=__doc__.split("\n")[0])
    places = parser.add_subparsers(required=True)
    on_gradescope = places.add_parser("gradescope")
    on_gradescope.add_argument("--root", type=Path, default=Path("/autograder"))
    on_gradescope.add_argument("--assignment", required=True)
    on_gradescope.add_argument("--budget", default="quick")
    on_gradescope.add_argument("--seed", type=int, default=17)
    on_gradescope.add_argument("--hidden", choices=gradescope_results.HIDDEN, default=gradescope_results.HIDDEN[0])
    on_gradescope.add_argument("--backend", default=keras_backend.usual(), choices=keras_backend.TITLES)
    on_gradescope.set_defaults(run=for_gradescope)
    on_classroom50 = places.add_parser("classroom50")
    on_classroom50.add_argument("--assignment", type=Path, required=True)
    on_classroom50.add_argument("--folder", type=Path, required=True)
    on_classroom50.set_defaults(run=for_classroom50)
    on_github = places.add_parser("github-actions")
    on_github.add_argument("--folder", type=Path, default=Path())
    on_github.set_defaults(run=for_github_actions)
    options = parser.parse_args(arguments)
    return options.run(options)


def for_gradescope(options: argparse.Namespace) -> int:
    """``<root>/submission`` is graded; ``<root>/results/results.json`` says how."""
    target = options.root / "results" / "results.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        assignment = assignment_folder.load(options.root / "source" / "solutions" / options.assignment)
        settings = Settings(options.seed, options.budget, backend=options.backend)
        report = grade(assignment, options.root / "submission", settings)
        numbers = {exercise.name: number for number, exercise in enumerate(assignment.exercises, 1)}
        content = gradescope_results.results(report, numbers, options.hidden)
    except Exception as error:  # whatever it is, the student must not be left with nothing, or with a zero
        traceback.print_exc()
        write_atomically(target, _json(gradescope_results.faulty(type(error).__name__)))  # its text could quote a check
        return 1
    write_atomically(target, _json(content))
    print(isolation_level.sentence(report.isolation))
    for suspicion in report.suspicions:
        print(spoken("Needs review: {text}", text=reports.one_line(shown(suspicion), 400)))
    return 0 if "score" in content else 1


def for_classroom50(options: argparse.Namespace) -> int:
    """The page in a student's checkout is graded by the public checks of the pack; two files in the checkout say how.

    Returns 1, and writes neither, where there is no mark because of us: the runner then reports an error, and the student's
    result from before stays.
    """
    try:
        who = classroom50_results.identity(os.environ)
        report, blank, body = _public(assignment_folder.load(options.assignment), options.folder)
    except Exception as error:
        return _not_run(error)
    if report.status is Status.NOT_GRADED or report.broken:
        print(shown(markdown_summary.NO_POINTS))
        return 1
    write_atomically(options.folder / "result.json", _json(classroom50_results.result(report, who, blank)))
    write_atomically(options.folder / "release-body.md", body.encode())
    return 0


def for_github_actions(options: argparse.Namespace) -> int:
    """The page in a student's repository is graded by the public checks in it; the run's summary says how.

    Returns 0 when everything in the public checks is right: GitHub shows a run with another code as failed.
    """
    name = options.folder.resolve().name
    try:
        assignment = assignment_folder.load(options.folder)
        name = assignment.name
        report, _blank, body = _public(assignment, options.folder)
    except Exception as error:
        _put_into_summary(markdown_summary.faulty(name, f"{type(error).__name__}: {shown(what_it_says(error))}"))
        return _not_run(error)
    _put_into_summary(body)
    return 0 if report.exercises and all(exercise.passed for exercise in report.exercises) else 1


def _public(assignment: Assignment, folder: Path) -> tuple[Report, Report, str]:
    """The report of the public checks, one on the untouched page if it is needed, and the report as Markdown; printed, too."""
    settings = Settings(public_only=True)
    report = grade(assignment, folder, settings)
    blank = report if report.exercises else _blank(assignment, settings)
    words = _words_for_student(report, assignment.worth)
    with _no_commands():
        print(words)
    return report, blank, markdown_summary.summary(report, words, blank, assignment.worth)


def _not_run(error: Exception) -> int:
    with _no_commands():
        traceback.print_exception(error, file=sys.stdout)
    return 1


def grade(assignment: Assignment, folder: Path, settings: Settings) -> Report:
    """The report on the page in a folder that counts (see ``page_choice``), with a note on others that were worked on, too.

    A student's repository holds both forms of the page, and its student works on one of them.
    """
    with tempfile.TemporaryDirectory(prefix="autograder-") as scratch:
        choice, instead = of_student(folder, assignment, Path(scratch))
        if choice is None:
            missing = Handed("submission", folder / f"{assignment.name}.ipynb")
            text = message("No page was submitted: expected {name}.ipynb or {name}.py.", name=assignment.name)
            if instead:
                text = joined([text, message("Found: {what}.", what=instead)])
            return work_items.problem(missing, assignment.name, settings, Status.UNREADABLE, text)
        with Grader(assignment.folder, settings) as grader:
            report = grader.grade(Handed("submission", choice.page))
            others = [(path.name, grader.grade(Handed("submission", path))) for path in choice.worked[:MOST_JUDGED]]
    return noted(report, others)


def _blank(assignment: Assignment, settings: Settings) -> Report:
    with Grader(assignment.folder, settings) as grader:
        return grader.grade(Handed("blank", assignment.folder / "checks" / "page.py"))


def _words_for_student(report: Report, worth: Mapping[str, float] | None = None) -> str:
    if report.status is Status.UNREADABLE:
        return report.problem
    said = isolation_level.sentence(report.isolation)
    return reports.as_text(reports.to_student(report), width=100, isolation=said, worth=worth)


@contextmanager
def _no_commands() -> Iterator[None]:
    """A line that begins with ``::`` is an order to GitHub's runner; between these two it is only text."""
    token = secrets.token_hex(16)
    print(f"::stop-commands::{token}", flush=True)
    try:
        yield
    finally:
        print(f"::{token}::", flush=True)


def _put_into_summary(text: str) -> None:
    """To the file that GitHub shows as the run's summary, where there is one."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        with open(path, "a", encoding="utf-8") as file:
            file.write(text)


def _json(content: dict) -> bytes:
    return (json.dumps(content, allow_nan=False, indent=1) + "\n").encode()

