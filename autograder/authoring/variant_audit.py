"""Are the variants of an assignment fair, and equally hard? Each exercise that has some is tried in many of them.

In each variant: the reference earns everything, every alternative too, every mistake loses points and is called by its name, and no
other name would be false. Between variants: a mistake that is found in one is found in all, and loses the same share of the points.
And a neighbour's right answer, which is that of another variant, loses points.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from autograder.authoring.audit import exercise_faults, tried
from autograder.authoring.other_runs import OUTCOMES, not_passed
from autograder.content import author_faults, variant_folder, variant_uses, variants
from autograder.content.assignment import Assignment, SampleAnswer
from autograder.core.languages import message, plural
from autograder.core.settings import Settings
from autograder.grading.grader import graders
from autograder.grading.trials import Trial, judge_trials
from autograder.judging.diagnosis import Diagnosis, known_mistake
from autograder.judging.judge import Judgement
from autograder.sandbox.launcher import Starters

MOST_SPREAD = 0.05
USUAL = 50  # variants of an exercise that are tried


@dataclass(frozen=True)
class Difficulty:
    """How hard an exercise is in its variants.

    Attributes:
        variants: how many were tried. all: whether there are no others.
        caught: the smallest and the largest share of the mistakes that lose points in a variant.
        losses: mistake -> the smallest and the largest share of the points that it loses.
        neighbours: the smallest share of the points that an answer to another variant loses; None if there is only one variant.
    """

    exercise: str
    variants: int
    all: bool
    caught: tuple[float, float]
    losses: dict[str, tuple[float, float]]
    neighbours: float | None

    @property
    def spread(self) -> float:
        """The largest difference between two variants, from 0 to 1."""
        return max(high - low for low, high in (self.caught, *self.losses.values()))

    @property
    def uneven(self) -> str:
        """The mistake that loses the most different shares; empty if all lose the same everywhere."""
        name, (low, high) = max(self.losses.items(), key=lambda one: one[1][1] - one[1][0])
        return name if high > low else ""

    @property
    def faults(self) -> list[str]:
        """What is not fair between variants."""
        found: list[str] = []
        if self.spread > MOST_SPREAD:
            (low, high), (least, most) = self.caught, self.losses.get(self.uneven, (0.0, 0.0))
            found.append(
                message(
                    "{exercise}: its variants are not equally hard. {low:.2f} to {high:.2f} of the mistakes lose points, and {mistake} "
                    "loses {least:.2f} to {most:.2f} of them. The spread may be at most {spread}.",
                    exercise=self.exercise, low=low, high=high, mistake=self.uneven, least=least, most=most, spread=MOST_SPREAD,
                )
            )  # fmt: skip
        if self.neighbours == 0:
            found.append(
                message(
                    "{exercise}: the answer to one variant earns everything in another one. Take values that change what the function does.",
                    exercise=self.exercise,
                )
            )
        return found


@dataclass(frozen=True)
class _Tried:
    """One variant of an exercise, with what is tried in it; ``neighbour``: the variant whose reference is judged too, or None."""

    variant: str
    mistakes: list[SampleAnswer]
    alternatives: list[SampleAnswer]
    neighbour: str | None

    def trials(self, exercise: str) -> list[Trial]:
        own = [Trial(exercise, self.variant, program, self.variant) for program in (None, *self.mistakes, *self.alternatives)]
        return own if self.neighbour is None else [*own, Trial(exercise, self.variant, None, self.neighbour)]


def audit(
    assignment: Assignment,
    starters: Starters,
    exercises: tuple[str, ...] = (),
    count: int = USUAL,
    say: Callable[[str], None] = lambda text: None,
) -> tuple[list[str], list[Difficulty]]:
    """Tries the exercises that have variants in many of these.

    Args:
        assignment: from ``solutions/``. exercises: names; empty for all.
        count: of each exercise; where there are fewer, all of them.

    Returns:
        One sentence for each fault, empty if all is well; and how hard each exercise is.
    """
    if found := author_faults.faults(assignment):
        return found, []
    names = [one.name for one in assignment.exercises if variant_uses.of_exercise(assignment, one.name) and one.name in (exercises or assignment.functions)]
    if not names:
        return [], []
    settings = Settings(dataset=assignment.substitute, telling=False)
    wanted = {name: _to_try(assignment, name, count, settings) for name in names}
    trials = [trial for name, some in wanted.items() for one in some for trial in one.trials(name)]
    with graders(assignment, tuple(names), settings) as pool:
        judged = iter(judge_trials(pool, trials, lambda done: say(_standing(done, len(trials))) if done % 100 == 0 else None))
    faults: list[str] = []
    difficulties: list[Difficulty] = []
    for name, some in wanted.items():
        results = [(one, [next(judged) for _trial in one.trials(name)]) for one in some]
        for one, found_in in results:
            variant = variants.in_words(one.variant) or message("the ordinary one")
            faults += [message("{fault} (variant: {variant})", fault=said, variant=variant) for said in _faults(assignment, starters, name, one, found_in)]
        worth = {found_in[0].report.max_score for _one, found_in in results}
        if len(worth) > 1:
            faults.append(
                message(
                    "{exercise}: its checks are worth {least:g} to {most:g} points. Does a mark change the number of points?",
                    exercise=name, least=min(worth), most=max(worth),
                )
            )  # fmt: skip
        difficulties.append(_difficulty(assignment, name, results))
        faults += difficulties[-1].faults
    return faults, difficulties


def _standing(done: int, every: int) -> str:
    return plural("judged {done} of {count} program in variants", "judged {done} of {count} programs in variants", every, done=done)


def _to_try(assignment: Assignment, name: str, count: int, settings: Settings) -> list[_Tried]:
    uses = variant_uses.of_exercise(assignment, name)
    chosen = [variants.projected(one, assignment.variants, uses) for one in variants.some(assignment.variants, uses, count)]
    found = []
    for place, variant in enumerate(chosen):
        own = variant_folder.of(assignment, variant)
        mistakes, alternatives = (
            [one for one in tried(programs, settings.backend) if one.function == name] for programs in (own.mistakes, own.alternatives)
        )
        found.append(_Tried(variant, mistakes, alternatives, chosen[place - 1] if len(chosen) > 1 else None))
    return found


def _faults(assignment: Assignment, starters: Starters, name: str, one: _Tried, judged: Sequence[Judgement]) -> list[str]:
    reference, *others = judged
    programs = others[: len(one.mistakes) + len(one.alternatives)]
    diagnosis = Diagnosis(variant_folder.of(assignment, one.variant), Settings(exercises=(name,), dataset=assignment.substitute), starters)
    diagnosis.known[name] = [known_mistake(*pair) for pair in zip(one.mistakes, programs, strict=False)]
    found: list[str] = [
        message(
            "{exercise}: the reference fails {check} ({outcome}): {message}",
            exercise=name, check=check.name, outcome=OUTCOMES[check.outcome], message=check.message,
        )
        for _exercise, check in not_passed(reference)
    ]  # fmt: skip
    return found + exercise_faults(name, one.mistakes, one.alternatives, programs, diagnosis)


def _difficulty(assignment: Assignment, name: str, results: list[tuple[_Tried, list[Judgement]]]) -> Difficulty:
    losses: dict[str, list[float]] = {}
    caught, neighbours = [], []
    for one, judged in results:
        lost = {program.name: _lost(found) for program, found in zip(one.mistakes, judged[1:], strict=False)}
        for mistake, share in lost.items():
            losses.setdefault(mistake, []).append(share)
        caught.append(sum(share > 0 for share in lost.values()) / max(1, len(lost)))
        if one.neighbour is not None:
            neighbours.append(_lost(judged[-1]))
    total = variants.how_many(assignment.variants, variant_uses.of_exercise(assignment, name))
    spans = {mistake: (min(shares), max(shares)) for mistake, shares in losses.items()}
    return Difficulty(name, len(results), len(results) == total, (min(caught), max(caught)), spans, min(neighbours, default=None))


def _lost(judged: Judgement) -> float:
    """The share of the points that is lost."""
    (exercise,) = judged.report.exercises
    return 1 - exercise.score / exercise.max_score if exercise.max_score else 0.0
