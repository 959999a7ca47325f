"""Pages for students who have different variants: each student's form of an assignment is built in the variant of that student."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from autograder.authoring import build
from autograder.authoring.fingerprints import entry
from autograder.cache.dependencies import fingerprint_key
from autograder.content import variant_folder, variant_uses
from autograder.content.assignment import Assignment
from autograder.content.mistake_fingerprints import stored
from autograder.core.files import write_atomically
from autograder.core.settings import Settings
from autograder.grading.grader import graders
from autograder.grading.trials import Trial, judge_trials

MOMENT = (1980, 1, 1, 0, 0, 0)  # of every file in a zip: the same student gets the same bytes again


class HandOut:
    """Builds the student's form of an assignment in several variants.

    What the known mistakes do in a variant is calculated before, so that a student's own checks name them too: once for each variant of
    an exercise, however many students have it.

    Args:
        assignment: the ordinary one, with its solutions.
        variants: those of the students.
        say: called with how many of the mistakes are judged, and how many there are.
    """

    def __init__(self, assignment: Assignment, variants: Iterable[str], say: Callable[[int, int], None] = lambda done, every: None) -> None:
        self.assignment = assignment
        self.store = stored(assignment)
        self.own = {variant: {one.name: variant_uses.variant_of(assignment, one.name, variant) for one in assignment.exercises} for variant in variants}
        self.entries = self._calculated(say) if self.store else {}

    def build(self, variant: str, target: Path) -> None:
        """Writes the student's form in a variant.

        Args:
            target: a folder that is not there yet.

        Raises:
            build.AnswerLeaked: and nothing is written.
        """
        exercises = {
            name: self.entries.get((name, self.own[variant][name]), kept) for name, kept in self.store.get("exercises", {}).items()
        }
        build.build(variant_folder.of(self.assignment, variant), target, {"seed": self.store.get("seed", 0), "exercises": exercises})

    def write_zip(self, variant: str, path: Path, scratch: Path) -> None:
        """Writes a zip of that form, with one folder in it that has the assignment's name.

        Args:
            scratch: a private folder.
        """
        folder = scratch / path.stem / self.assignment.name
        self.build(variant, folder)
        packed = scratch / path.stem / "packed.zip"
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for one in sorted(folder.rglob("*")):
                if one.is_file():
                    archive.writestr(zipfile.ZipInfo(one.relative_to(folder.parent).as_posix(), MOMENT), one.read_bytes(), zipfile.ZIP_DEFLATED)
        write_atomically(path, packed.read_bytes())

    def _calculated(self, say: Callable[[int, int], None]) -> dict[tuple[str, str], dict]:
        """(Exercise, its variant) -> what its mistakes do in it, as a build of that variant would store it."""
        pairs = {(name, own): None for of_student in self.own.values() for name, own in of_student.items() if own}
        made = {pair: variant_folder.of(self.assignment, pair[1]) for pair in pairs}
        trials = [Trial(name, own, program, own) for name, own in pairs for program in made[name, own].mistakes if program.function == name]
        if not trials:
            return {}
        names = tuple(dict.fromkeys(name for name, _own in pairs))
        with graders(self.assignment, names, Settings(dataset=self.assignment.substitute, telling=False)) as pool:
            judged = judge_trials(pool, trials, lambda done: say(done, len(trials)) if done % 100 == 0 else None)
        found: dict[tuple[str, str], list] = {pair: [] for pair in pairs}
        for trial, one in zip(trials, judged, strict=True):
            found[trial.exercise, trial.variant].append((trial.program, one))
        return {(name, own): entry(fingerprint_key(made[name, own], name), some) for (name, own), some in found.items()}
