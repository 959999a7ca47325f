"""The pictures of a page: each one once, made again from its pixels, until the page would get too large."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field

from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report
from autograder.reports import wording
from autograder.reports.html import markup
from autograder.reports.sanitize import clean_png

BUDGET = 12 * 2**20  # bytes of pictures in one page: what a phone still opens
WIDEST = 800  # pixels


@dataclass
class Pictures:
    """Chooses which pictures a page shows.

    Attributes:
        budget: bytes that are left.
        for_student: leave out what was drawn during hidden checks.
        found, left_out: by (place of the submission, exercise).
    """

    budget: int
    for_student: bool = False
    found: dict[tuple[int, str], list[str]] = field(default_factory=dict)
    seen: set[tuple[int, str, bytes]] = field(default_factory=set)
    left_out: dict[tuple[int, str], int] = field(default_factory=dict)

    def collect(self, reports: list[Report]) -> Pictures:
        """Takes the pictures of all checks; of those that did not pass first, should there be too many."""
        for passed in (False, True):
            for place, report in enumerate(reports):
                for exercise in report.exercises:
                    for check in exercise.checks:
                        wanted = check.figure and (check.public or not self.for_student)
                        if wanted and (check.outcome is Outcome.PASSED) is passed:
                            self._take((place, exercise.name), check)
        return self

    def show(self, place: int, exercise: ExerciseResult) -> str:
        """HTML of one exercise's pictures; empty if there are none."""
        key = (place, exercise.name)
        shown = "".join(self.found.get(key, ()))
        shown = f'<div class="pictures">{shown}</div>' if shown else ""
        more = wording.count(self.left_out.get(key, 0), "picture")
        if key in self.left_out:
            shown += f'<p class="quiet">{more} left out: too large for this page, or damaged.</p>'
        return shown

    def _take(self, key: tuple[int, str], check: CheckResult) -> None:
        if (*key, check.figure) in self.seen:
            return
        self.seen.add((*key, check.figure))
        picture = clean_png(check.figure, WIDEST) if self.budget > 0 else None
        if picture is None or len(picture) > self.budget:
            self.left_out[key] = self.left_out.get(key, 0) + 1
            return
        self.budget -= len(picture)
        self.found.setdefault(key, []).append(_figure(picture, key[1], check))


def _figure(picture: bytes, exercise: str, check: CheckResult) -> str:
    width, height = int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")
    word = wording.OUTCOME_SIGNS[check.outcome].word
    title = markup.line(check.title or check.name)
    return (
        f'<figure><img width="{width}" height="{height}" '
        f'alt="The figure that {markup.line(exercise)} drew for the check: {title}" '
        f'src="data:image/png;base64,{base64.b64encode(picture).decode()}">'
        f"<figcaption>{word}: {title}</figcaption></figure>"
    )
