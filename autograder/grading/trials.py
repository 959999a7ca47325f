"""Programs of an assignment, judged in its variants by several processes side by side (see ``grader.graders``)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from typing import NamedTuple

from autograder.content import variant_folder
from autograder.content.assignment import SampleAnswer
from autograder.grading import process_pool
from autograder.grading.grader import Grader
from autograder.judging.judge import Judgement


class Trial(NamedTuple):
    """A program to judge in a variant of an exercise.

    Attributes:
        program: a mistake or an alternative; None for the reference.
        answer_of: the variant that the page and the program are of, which may be another one: that of a neighbour.
    """

    exercise: str
    variant: str
    program: SampleAnswer | None
    answer_of: str


def judge_trials(pool: Executor, trials: Sequence[Trial], say: Callable[[int], None] = lambda done: None) -> list[Judgement]:
    """Judges programs in variants of the assignment; one ``Judgement`` for each trial, in order.

    Args:
        pool: from ``graders``. say: called with how many are judged.
    """
    found = []
    for judged in pool.map(_judge_trial, trials):
        found.append(judged)
        say(len(found))
    return found


def _judge_trial(trial: Trial) -> Judgement:
    grader: Grader = process_pool.worker()
    written = variant_folder.of(grader.assignment, trial.answer_of)
    judge = grader.begin()
    if trial.variant:
        judge = grader.in_variant(trial.exercise, trial.variant).judge
    return judge.judge(written.with_program(trial.program) if trial.program else written.reference, (trial.exercise,))
