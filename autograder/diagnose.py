"""Which mistake is this? A failed check is compared with what the known mistakes do on the same inputs."""

from __future__ import annotations

import hashlib
import math
import re
from dataclasses import replace
from pathlib import Path

import numpy as np

from autograder.assignment import Assignment, Program
from autograder.judge import Judged, judge
from autograder.processes.starters import Starters
from autograder.records import CheckResult, Outcome
from autograder.settings import Settings
from autograder.signatures import stored

RELATIVE = 1e-4
DIAGNOSED = {Outcome.FAILED, Outcome.ERROR, Outcome.MEMORY, Outcome.CRASHED, Outcome.TIMEOUT}
CERTAIN = {Outcome.FAILED, Outcome.ERROR}  # how a check ends on every machine
MEASURED = "reads"  # begins the evidence of words about how well a model reads
Signature = dict[str, tuple[str, object]]  # check's name -> (outcome, evidence)


class Diagnosis:
    """Knows the signatures of an assignment's mistakes, and works them out when they are first needed.

    Args:
        assignment, settings, starters: as for ``judge``; hidden inputs depend on the seed, so signatures do too.
        work_out: False to make do with the signatures that a build has stored.
    """

    def __init__(self, assignment: Assignment, settings: Settings, starters: Starters, work_out: bool = True) -> None:
        self.may_work_out = work_out
        self.assignment = assignment
        self.settings = settings
        self.starters = starters
        self.stored = stored(assignment)
        self.known: dict[str, list[tuple[str, str, Signature]]] = {}

    def name(self, judged: Judged) -> Judged:
        """The same judgement, with a known mistake's name and feedback on each failed check that matches one."""
        exercises = []
        for exercise in judged.report.exercises:
            if any(check.outcome in DIAGNOSED for check in exercise.checks):
                signature = judged.signature[exercise.name]
                checks = tuple(self._named(check, exercise.name, signature) for check in exercise.checks)
                exercise = replace(exercise, checks=checks)
            exercises.append(exercise)
        named = {exercise.name: exercise for exercise in exercises}
        parts = {name: replace(part, exercises=(named[name],)) for name, part in judged.parts.items()}
        return replace(judged, report=replace(judged.report, exercises=tuple(exercises)), parts=parts)

    def signatures(self, exercise: str) -> list[tuple[str, str, Signature]]:
        """(name, feedback, signature) of each mistake of an exercise."""
        if exercise not in self.known:
            self.known[exercise] = self._from_store(exercise) or self._worked_out(exercise)
        return self.known[exercise]

    def _named(self, check: CheckResult, exercise: str, signature: Signature) -> CheckResult:
        if check.outcome not in DIAGNOSED:
            return check
        best, best_match = None, (0, 0)
        for name, feedback, known in self.signatures(exercise):
            if check.name not in known or not _alike(signature[check.name], known[check.name]):
                continue
            if not _refuted(signature, known):
                match = _match(signature, known)
                if match > best_match:
                    best, best_match = (name, feedback), match
        return check if best is None else replace(check, mistake=best[0], feedback=best[1])

    def _from_store(self, exercise: str) -> list[tuple[str, str, Signature]] | None:
        """Signatures the build worked out, if they belong to exactly these checks, mistakes and settings."""
        entry = self.stored.get("exercises", {}).get(exercise)
        if not entry or self.stored.get("seed") != self.settings.seed:
            return None
        if not self.assignment.public and entry["key"] != key(self.assignment, exercise):
            return None
        return [
            (one["name"], one["feedback"], {name: (row[0], row[1]) for name, row in one["checks"].items()})
            for one in entry["mistakes"]
        ]

    def _worked_out(self, exercise: str) -> list[tuple[str, str, Signature]]:
        if not self.may_work_out:
            return []
        programs = [program for program in self.assignment.mistakes if program.function == exercise]
        return [
            (program.name, program.text, {name: (row[0], plain(row[1])) for name, row in signature.items()})
            for program, signature in work_out(programs, exercise, self.assignment, self.settings, self.starters)
        ]


def work_out(
    programs: list[Program], exercise: str, assignment: Assignment, settings: Settings, starters: Starters
) -> list[tuple[Program, Signature]]:
    """Runs mistakes through the checks of their exercise."""
    if not programs:
        return []
    submissions = [assignment.with_program(program) for program in programs]
    judged = judge(submissions, assignment, replace(settings, exercises=(exercise,)), starters)
    return [(program, one.signature.get(exercise, {})) for program, one in zip(programs, judged, strict=True)]


def stale(assignment: Assignment, store: dict) -> list[str]:
    """Exercises whose signatures in a store belong to other checks, mistakes or code than there are now."""
    keys = {name: entry.get("key") for name, entry in store.get("exercises", {}).items()}
    current = {name: key(assignment, name) for name in assignment.functions}
    return sorted(name for name in keys.keys() | current.keys() if keys.get(name) != current.get(name))


def key(assignment: Assignment, exercise: str) -> str:
    """A hash of everything an exercise's signatures depend on: its checks, its mistakes, and what makes evidence."""
    digest = hashlib.sha256(assignment.exercise(exercise).checks.read_bytes())
    for folder in ("describe", "expectations"):
        for path in sorted(Path(__file__).with_name(folder).glob("*.py")):
            digest.update(path.read_bytes())
    for program in assignment.mistakes:
        if program.function == exercise:
            digest.update(program.name.encode() + program.source.encode())
    return digest.hexdigest()[:16]


def plain(evidence: object) -> object:
    """Evidence as JSON can hold it, numbers to five digits; two equal pieces of evidence stay equal."""
    if isinstance(evidence, np.ndarray):
        if evidence.size > 64:
            numbers = evidence.astype(np.float64).ravel()
            return plain(["array", list(evidence.shape), numbers[:48].tolist(), numbers.mean()])
        return plain(evidence.tolist())
    if isinstance(evidence, np.generic):
        return plain(evidence.item())
    if isinstance(evidence, bool) or evidence is None:
        return evidence
    if isinstance(evidence, (int, float)):
        return float(f"{evidence:.5g}") if math.isfinite(evidence) else repr(float(evidence))
    if isinstance(evidence, dict):
        return [[plain(one), plain(evidence[one])] for one in sorted(evidence, key=repr)]
    if isinstance(evidence, (list, tuple, set, frozenset)):
        items = sorted(evidence, key=repr) if isinstance(evidence, (set, frozenset)) else evidence
        return [plain(item) for item in items]
    text = re.sub(r"0x[0-9a-fA-F]+", "0x", str(evidence))
    return re.sub(r"\b(\w+)_\d+\b", r"\1", text)[:400]  # Keras numbers its layers as they are made


def _match(signature: Signature, known: Signature) -> tuple[int, int]:
    """How well a mistake fits: in how many checks the evidence is the same, and in how many at least the outcome."""
    shared = [(signature[one], known[one]) for one in signature if one in known]
    return sum(_alike(*pair) for pair in shared), sum(given[0] == other[0] for given, other in shared)


def _refuted(signature: Signature, known: Signature) -> bool:
    """Whether a check has passed that the mistake would have failed.

    The reverse proves nothing: a second mistake may be there. Neither do checks of how well a model reads, for that
    depends on the data set and the budget, nor those that end for want of time or memory.
    """
    return any(
        signature[name][0] == Outcome.PASSED and outcome in CERTAIN and not _is_measured(evidence)
        for name, (outcome, evidence) in known.items()
        if name in signature
    )


def _is_measured(evidence: object) -> bool:
    return isinstance(evidence, (list, tuple)) and bool(evidence) and evidence[0] == MEASURED


def _alike(given: tuple[str, object], known: tuple[str, object]) -> bool:
    return given[0] == known[0] and _close(plain(given[1]), plain(known[1]))


def _close(one: object, other: object) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(_close(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=RELATIVE, abs_tol=1e-6)
    return type(one) is type(other) and one == other
