"""A student checks a page."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.cli import options, own_code
from autograder.cli.errors import DONE, TO_FIX, WorkNotRight
from autograder.cli.targets import known_budget, read_page, what_to_check
from autograder.cli.terminal import console, progress, relative, remembered, say
from autograder.content.assignment import Assignment, ChecksBroken
from autograder.content.discovery import Handed
from autograder.core import file_names
from autograder.core.faults import Unreadable
from autograder.core.languages import shown, spoken
from autograder.core.records import Report, Status
from autograder.core.settings import Settings
from autograder.learning.progress import Progress
from autograder.sandbox.fork_server_handle import Servers, StartFailed, loading_servers


@click.command(cls=options.Command)
@click.argument("words", nargs=-1, metavar="[FILE] [EXERCISE]...")
@options.of_page
@options.judging
@options.public
@options.language
@click.option("--questions", is_flag=True, help="Then ask about your own code, where it passes. No points depend on it.")
@click.option("--figures", "tables", is_flag=True, help="Also print a table of what each figure shows.")
def run(words: tuple[str, ...], name: str, public: bool, questions: bool, tables: bool, **judging) -> int:
    """Check your page: what is right, what is wrong and why.

    FILE is a .py or .ipynb file; without it, the page in this folder is checked. Without any EXERCISE, all exercises are
    checked.
    """
    path, names, assignment = what_to_check(words, name)
    exercises = [one for one in names if one in assignment.functions]
    texts = [one for one in names if one not in assignment.functions]
    if texts and not exercises:
        return _about_texts(path, assignment, texts)
    settings = options.settings(judging, exercises=tuple(exercises), public_only=public or assignment.public, questions=questions)
    known_budget(assignment, settings.budget)
    with loading_servers(assignment.libraries(exercises), settings.spawn, settings.isolation, settings.backend) as servers:
        return _check(path, assignment, settings, servers, tables)


def _about_texts(path: Path, assignment: Assignment, names: list[str]) -> int:
    """Says of texts that a person marks whether they are written: nothing is run."""
    from autograder.reports import wording

    page = read_page(path, assignment, f"check {relative(path)}").page
    written = [assignment.item(name).read(page) for name in names]
    for text in written:
        say(f"{text.name}: {wording.text_standing(text)}.")
    started = all(text.started for text in written)
    following = spoken("check the whole page with") if started else spoken("write it, then")
    say("\n" + spoken("Next: ") + f"{following}   autograder check {relative(path)}")
    return DONE if started else TO_FIX


def _check(path: Path, assignment: Assignment, settings: Settings, servers: list[Servers], tables: bool) -> int:
    from autograder import reports
    from autograder.core import isolation_level
    from autograder.grading.grader import Grader

    count = len(settings.exercises) or len(assignment.exercises)
    with progress(spoken("checking")) as tell, Grader(assignment.folder, settings, begun=servers) as grader:
        seen: set[str] = set()

        def show(exercise: str, _result: object) -> None:
            if exercise not in seen:
                seen.add(exercise)
                tell(spoken("checking {exercise} ({number} of {count})", exercise=exercise, number=len(seen), count=count))

        try:
            report = grader.grade(Handed(file_names.shown(path.stem), path), show)
        except (ChecksBroken, StartFailed) as error:
            raise WorkNotRight(spoken("The checks could not run, and that is not your fault: {error}", error=error)) from error
    if report.status is Status.UNREADABLE:
        again = spoken("Fix this first, then   {command}", command=f"autograder check {relative(path)}")
        raise WorkNotRight(f"{shown(report.problem)}\n{again}")
    numbers = {exercise.name: number for number, exercise in enumerate(assignment.exercises, 1)}
    reports.print_report(
        report,
        console(),
        path=file_names.shown(str(relative(path))),
        numbers=numbers,
        isolation=shown(isolation_level.sentence(report.isolation)),
        worth={one.name: one.points for one in assignment.exercises} if settings.public_only else None,
        tables=tables,
    )
    if (
        report.exercises and settings.public_only == assignment.public
    ):  # half of the checks say nothing of the standing of an exercise
        _remember(report, path, assignment)
    if settings.questions:
        own_code.ask_questions(report)
    return DONE if all(exercise.passed for exercise in report.exercises) else TO_FIX


def _remember(report: Report, path: Path, assignment: Assignment) -> None:
    """Writes down the standing of each exercise; not for an author who checks the assignment's own page."""
    if path.resolve().parent == assignment.folder and not assignment.public:
        return
    try:
        submission = assignment.read(path)
    except Unreadable:
        return  # it has gone, or is being saved
    if submission.sha256 != report.source_sha256:
        return  # it was saved while it was checked
    progress = Progress(path.parent, assignment.name)
    for exercise in report.exercises:
        progress.checked(exercise, path.name, submission.fingerprint(exercise.name))
    remembered(progress)
