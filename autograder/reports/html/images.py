"""The images of a page: each one once, made again from its pixels, until the page would get too large."""

from __future__ import annotations

from dataclasses import dataclass, field

from autograder.core.records import CheckResult, Outcome, Report
from autograder.reports.sanitize import clean_png

BUDGET = 12 * 2**20  # bytes of images in one page: what a phone still opens
WIDEST = 800  # pixels


@dataclass(frozen=True)
class EmbeddedImage:
    """What was drawn for a check, made again."""

    png: bytes
    check: CheckResult

    @property
    def width(self) -> int:
        return int.from_bytes(self.png[16:20], "big")

    @property
    def height(self) -> int:
        return int.from_bytes(self.png[20:24], "big")


@dataclass
class ExerciseImages:
    """Those of one exercise: which are shown, and how many are left out."""

    shown: list[EmbeddedImage] = field(default_factory=list)
    left_out: int = 0


def exercise_images(report: Report, for_student: bool, budget: int = BUDGET) -> dict[str, ExerciseImages]:
    """Exercise's name -> its images; should there be too many, those of checks that did not pass come first.

    Args:
        for_student: leave out what was drawn during hidden checks.
        budget: bytes of all images together.
    """
    found = {exercise.name: ExerciseImages() for exercise in report.exercises}
    drawn = [(exercise.name, check) for exercise in report.exercises for check in exercise.checks if check.figure]
    seen = set()
    for name, check in sorted(drawn, key=lambda one: one[1].outcome is Outcome.PASSED):
        if (for_student and not check.public) or (name, check.figure) in seen:
            continue
        seen.add((name, check.figure))
        png = clean_png(check.figure, WIDEST) if budget > 0 else None
        if png is None or len(png) > budget:
            found[name].left_out += 1
        else:
            budget -= len(png)
            found[name].shown.append(EmbeddedImage(png, check))
    return found
