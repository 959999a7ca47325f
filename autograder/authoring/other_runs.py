"""What one audit of the full form with one seed cannot see: other seeds, the real data, and the form that students receive."""

from __future__ import annotations

import tempfile
from pathlib import Path

from autograder.authoring import build
from autograder.content import assignment_folder
from autograder.content import submission as submissions
from autograder.content.assignment import Assignment
from autograder.core.languages import message, plural
from autograder.core.records import CheckResult, Outcome
from autograder.core.settings import Settings
from autograder.judging.judge import Judgement, judge_submissions
from autograder.sandbox.launcher import Starters

OUTCOMES = {  # as a fault names them, with the words of the records
    Outcome.PASSED: message("passed"),
    Outcome.FAILED: message("failed"),
    Outcome.ERROR: message("error"),
    Outcome.TIMEOUT: message("timeout"),
    Outcome.MEMORY: message("memory"),
    Outcome.CRASHED: message("crashed"),
    Outcome.NOT_STARTED: message("not_started"),
    Outcome.SKIPPED: message("skipped"),
    Outcome.BROKEN: message("broken"),
}


def not_passed(judged: Judgement) -> list[tuple[str, CheckResult]]:
    """The name of the exercise and the result of each check that a page does not pass."""
    return [
        (exercise.name, check)
        for exercise in judged.report.exercises
        for check in exercise.checks
        if check.outcome is not Outcome.PASSED
    ]


def seed_faults(
    assignment: Assignment, starters: Starters, names: tuple[str, ...], dataset: str, count: int
) -> list[str]:
    """Runs the reference with other hidden inputs.

    Args:
        names: of the exercises.
        dataset: of a data set; empty for the assignment's, which is real where its files are.
        count: how many seeds, from 1 on.

    Returns:
        One sentence for each check that the reference fails with some of them.
    """
    failed: dict[tuple[str, str], list[tuple[int, CheckResult]]] = {}
    for seed in range(1, count + 1):
        settings = Settings(exercises=names, dataset=dataset, seed=seed)
        (judged,) = judge_submissions([assignment.reference], assignment, settings, starters)
        for exercise, check in not_passed(judged):
            failed.setdefault((exercise, check.name), []).append((seed, check))
    return [
        plural(
            "{exercise}: the reference fails {check} with {failed} of {count} seed, the first is {seed}: {message}",
            "{exercise}: the reference fails {check} with {failed} of {count} seeds, the first is {seed}: {message}",
            count, exercise=exercise, check=check, failed=len(found), seed=found[0][0], message=found[0][1].message,
        )
        for (exercise, check), found in failed.items()
    ]  # fmt: skip


def public_form_faults(assignment: Assignment, starters: Starters, dataset: str) -> list[str]:
    """Builds the form that students receive, in a folder that is removed, and runs its checks over reference and stub."""
    with tempfile.TemporaryDirectory(prefix="autograder-audit-") as scratch:
        try:
            build.build(assignment, Path(scratch, assignment.name), {"seed": 0, "exercises": {}})
        except build.AnswerLeaked as error:
            return [message("A file for students would reveal something hidden: {where}", where=error)]
        released = assignment_folder.load(Path(scratch, assignment.name))
        stub = submissions.from_source(released.source, "stub", released.functions, released.demo_names, "stub.py")
        settings = Settings(dataset=dataset, public_only=True)
        blank, right = judge_submissions([stub, assignment.reference], released, settings, starters)
    return [
        message(
            "{exercise}: in the form for students, the reference fails {check} ({outcome}): {message}",
            exercise=exercise, check=check.name, outcome=OUTCOMES[check.outcome], message=check.message,
        )
        for exercise, check in not_passed(right)
    ] + [
        message("{exercise}: in the form for students, the stub is taken for an answer.", exercise=exercise.name)
        for exercise in blank.report.exercises
        if not exercise.not_started
    ]  # fmt: skip
