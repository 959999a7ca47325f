"""Which mistake is this? A failed check is compared with what the known mistakes do on the same inputs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from autograder.cache.dependencies import fingerprint_key
from autograder.content.assignment import Assignment, SampleAnswer
from autograder.content.mistake_fingerprints import stored
from autograder.core.settings import Settings
from autograder.judging.judge import Judgement, judge_submissions
from autograder.judging.mistake_naming import DIAGNOSED, Mistake, named_mistakes, rounded
from autograder.sandbox.launcher import Starters


class Diagnosis:
    """Knows the signatures of an assignment's mistakes, and works them out when they are first needed.

    Args:
        assignment, settings, starters: as for ``judge_submissions``; hidden inputs depend on the seed, so signatures do too.
    """

    def __init__(self, assignment: Assignment, settings: Settings, starters: Starters) -> None:
        self.assignment = assignment
        self.settings = settings
        self.starters = starters
        self.stored = stored(assignment)
        self.known: dict[str, list[Mistake]] = {}

    def name(self, judged: Judgement) -> Judgement:
        """The same judgement, with name and feedback of the mistakes that are proven (see ``mistake_naming``)."""
        exercises = []
        for exercise in judged.report.exercises:
            if any(check.outcome in DIAGNOSED for check in exercise.checks):
                found = named_mistakes(judged.signature[exercise.name], self.mistakes(exercise.name), self._hidden(exercise.name))
                checks = tuple(
                    replace(check, mistake=one.mistake.name, feedback=one.mistake.feedback, confidence=one.confidence)
                    if (one := found.get(check.name)) is not None
                    else check
                    for check in exercise.checks
                )
                exercise = replace(exercise, checks=checks)
            exercises.append(exercise)
        return replace(judged, report=replace(judged.report, exercises=tuple(exercises)))

    def mistakes(self, exercise: str) -> list[Mistake]:
        """The known mistakes of an exercise."""
        if exercise not in self.known:
            self.known[exercise] = self._from_store(exercise) or self._worked_out(exercise)
        return self.known[exercise]

    def _hidden(self, exercise: str) -> int:
        """How many checks an exercise has that are not here: a student's form has only the public ones."""
        return int(self.stored.get("exercises", {}).get(exercise, {}).get("hidden", 0)) if self.assignment.public else 0

    def _from_store(self, exercise: str) -> list[Mistake] | None:
        """Signatures the build calculated, if they belong to exactly these checks, mistakes and settings."""
        entry = self.stored.get("exercises", {}).get(exercise)
        if not entry or self.stored.get("seed") != self.settings.seed:
            return None
        if not self.assignment.public and entry["key"] != fingerprint_key(self.assignment, exercise):
            return None
        return [
            Mistake(
                one["name"],
                one["feedback"],
                {name: (row[0], row[1]) for name, row in one["checks"].items()},
                tuple(one.get("also_true", ())),
                one.get("signs", {}),
            )
            for one in entry["mistakes"]
        ]

    def _worked_out(self, exercise: str) -> list[Mistake]:
        programs = [one for one in self.assignment.mistakes if one.function == exercise]
        if not programs:
            return []
        submissions = [self.assignment.with_program(program) for program in programs]
        settings = replace(self.settings, exercises=(exercise,), telling=False)
        judged = judge_submissions(submissions, self.assignment, settings, self.starters)
        return [known_mistake(program, one) for program, one in zip(programs, judged, strict=True)]


def known_mistake(program: SampleAnswer, judged: Judgement) -> Mistake:
    """A mistake's program and what came of judging it."""
    rows = judged.signature.get(program.function, {})
    does = {check: (outcome, rounded(evidence)) for check, (outcome, evidence) in rows.items()}
    return Mistake(program.name, program.text, does, program.also_true, program.signs)


def stale(assignment: Assignment, store: dict[str, Any]) -> list[str]:
    """Exercises whose signatures in a store belong to other checks, mistakes or code than there are now."""
    keys = {name: entry.get("key") for name, entry in store.get("exercises", {}).items()}
    current = {name: fingerprint_key(assignment, name) for name in assignment.functions}
    return sorted(name for name in keys.keys() | current.keys() if keys.get(name) != current.get(name))
