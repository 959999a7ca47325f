"""The part of the class report that says which marks were changed after the checks ran, by whom and why."""

from __future__ import annotations

from autograder.core.records import Report
from autograder.reports import wording


def corrections(reports: list[Report]) -> list[tuple[str, list[str]]]:
    """(submission, sentences) of each report that was changed, in the order of the class."""
    return [(report.submission, wording.corrections(report)) for report in reports if report.corrections]
