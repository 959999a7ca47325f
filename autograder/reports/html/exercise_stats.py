"""The middle of the class report: how each exercise went, what was mixed up, and what a person should look at.

Each function gives the values of its section, or None where the page has none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autograder.content.shown_answers import ShownAnswer
from autograder.core.languages import number_shown
from autograder.core.records import Report
from autograder.reports import class_stats, discrimination, wording
from autograder.reports.html import charts


def exercises(reports: list[Report]) -> dict | None:
    """Success and discrimination of each exercise."""
    rows = class_stats.successes(reports)
    return rows and {
        "rows": rows,
        "discriminations": discrimination.discriminations(reports),
        "started": len(discrimination.started_submissions(reports)),
        "fewest": discrimination.FEWEST,
        "explained": discrimination.EXPLAINED,
        "shares": charts.shares,
        "signed": _signed,
    }


def misconceptions(reports: list[Report], answers: Mapping[tuple[str, str], Sequence[ShownAnswer]]) -> dict:
    """Known mistakes, the most frequent first, with a few answers that show each; and how many wrong answers show none."""
    return {
        "found": class_stats.misconceptions(reports),
        "count": len(reports),
        "answers": answers,
        "without_a_name": class_stats.without_a_name(reports),
    }


def suspicions(reports: list[Report]) -> dict | None:
    """Notes for a person."""
    noted = [report for report in reports if report.suspicions]
    return {"no_verdict": wording.NO_VERDICT, "reports": noted} if noted else None


def _signed(number: float) -> str:
    return number_shown(f"{number:.2f}".replace("-0.00", "0.00").replace("-", "−"))
