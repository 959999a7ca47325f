"""Grading on another service's machine: what ``autograder pack`` lets Gradescope and GitHub Classroom run.

    python -P -m autograder.hosted gradescope --root /autograder --assignment mnist
    python -P -m autograder.hosted classroom --folder .

Both always leave a result, also of a bug in the kit. What is printed is for the instructor on Gradescope, and for the
student on GitHub.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from autograder import reports
from autograder.content import assignment_folder
from autograder.content.assignment import Assignment
from autograder.content.discovery import Handed, of_student
from autograder.content.page_choice import MOST_JUDGED, noted
from autograder.core import isolation_level
from autograder.core.files import write_atomically
from autograder.core.records import Report, Status
from autograder.core.settings import Settings
from autograder.grading import work_items
from autograder.grading.grader import Grader
from autograder.hosted import classroom_results, gradescope_results


def main(arguments: list[str] | None = None) -> int:
    """Returns 0 when there is a result that counts, 1 when the fault is ours."""
    parser = argparse.ArgumentParser(prog="python -m autograder.hosted", description=__doc__.split("\n")[0])
    places = parser.add_subparsers(required=True)
    on_gradescope = places.add_parser("gradescope")
    on_gradescope.add_argument("--root", type=Path, default=Path("/autograder"))
    on_gradescope.add_argument("--assignment", required=True)
    on_gradescope.add_argument("--budget", default="quick")
    on_gradescope.add_argument("--seed", type=int, default=17)
    on_gradescope.add_argument("--hidden", choices=gradescope_results.HIDDEN, default=gradescope_results.HIDDEN[0])
    on_gradescope.set_defaults(run=for_gradescope)
    on_github = places.add_parser("classroom")
    on_github.add_argument("--folder", type=Path, default=Path())
    on_github.set_defaults(run=for_classroom)
    options = parser.parse_args(arguments)
    return options.run(options)


def for_gradescope(options: argparse.Namespace) -> int:
    """``<root>/submission`` is graded; ``<root>/results/results.json`` says how."""
    target = options.root / "results" / "results.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        assignment = assignment_folder.load(options.root / "source" / "solutions" / options.assignment)
        report = grade(assignment, options.root / "submission", Settings(options.seed, options.budget))
        numbers = {exercise.name: number for number, exercise in enumerate(assignment.exercises, 1)}
        content = gradescope_results.results(report, numbers, options.hidden)
    except Exception as error:  # whatever it is, the student must not be left with nothing, or with a zero
        traceback.print_exc()
        write_atomically(target, _json(gradescope_results.faulty(type(error).__name__)))  # its text could quote a check
        return 1
    write_atomically(target, _json(content))
    print(isolation_level.sentence(report.isolation))
    for suspicion in report.suspicions:
        print(f"Needs review: {reports.one_line(suspicion, 400)}")
    return 0 if "score" in content else 1


def for_classroom(options: argparse.Namespace) -> int:
    """The page in a student's repository is graded by the public checks in it; the step's output says how."""
    name = options.folder.resolve().name
    try:
        assignment = assignment_folder.load(options.folder)
        name = assignment.name
        settings = Settings(public_only=True)
        report = grade(assignment, options.folder, settings)
        blank = report if report.exercises else _blank(assignment, settings)
        content = classroom_results.result(report, blank)
        with _no_commands():
            print(_words_for_student(report))
    except Exception as error:
        with _no_commands():
            traceback.print_exc()
        content = classroom_results.faulty(name, f"{type(error).__name__}: {error}")
    _put_out(f"result={classroom_results.encoded(content)}")
    return 0  # the reporter fails the job; it would not be run if this step failed first


def grade(assignment: Assignment, folder: Path, settings: Settings) -> Report:
    """The report on the page in a folder that counts (see ``page_choice``), with a note on others that were worked on, too.

    A student's repository holds both forms of the page, and its student works on one of them.
    """
    with tempfile.TemporaryDirectory(prefix="autograder-") as scratch:
        choice, instead = of_student(folder, assignment, Path(scratch))
        if choice is None:
            missing = Handed("submission", folder / f"{assignment.name}.ipynb")
            there = f" Found: {instead}." if instead else ""
            text = f"No page was submitted: expected {assignment.name}.ipynb or {assignment.name}.py.{there}"
            return work_items.problem(missing, assignment.name, settings, Status.UNREADABLE, text)
        with Grader(assignment.folder, settings) as grader:
            report = grader.grade(Handed("submission", choice.page))
            others = [(path.name, grader.grade(Handed("submission", path))) for path in choice.worked[:MOST_JUDGED]]
    return noted(report, others)


def _blank(assignment: Assignment, settings: Settings) -> Report:
    with Grader(assignment.folder, settings) as grader:
        return grader.grade(Handed("blank", assignment.folder / "checks" / "page.py"))


def _words_for_student(report: Report) -> str:
    if report.status is Status.UNREADABLE:
        return report.problem
    return reports.as_text(reports.to_student(report), width=100, isolation=isolation_level.sentence(report.isolation))


@contextmanager
def _no_commands() -> Iterator[None]:
    """A line that begins with ``::`` is an order to GitHub's runner; between these two it is only text."""
    token = secrets.token_hex(16)
    print(f"::stop-commands::{token}", flush=True)
    try:
        yield
    finally:
        print(f"::{token}::", flush=True)


def _put_out(line: str) -> None:
    """To the file in which GitHub collects a step's outputs; to the terminal where there is none."""
    path = os.environ.get("GITHUB_OUTPUT")
    if not path:
        print(line)
        return
    with open(path, "a", encoding="utf-8") as file:
        file.write(f"{line}\n")


def _json(content: dict) -> bytes:
    return (json.dumps(content, allow_nan=False, indent=1) + "\n").encode()

