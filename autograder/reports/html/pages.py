"""The class report: one self-contained file, without scripts.

It holds what a class shows at a glance, and links to the submissions' own pages, which hold every check and every figure;
so it opens as fast for three hundred as for three.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autograder.core.records import Report
from autograder.reports.html import class_corrections, class_matrix, class_texts, exercise_stats, header, model_stats
from autograder.reports.html.rendering import render


def class_page(
    reports: Sequence[Report],
    *,
    title: str = "",
    when: str = "",
    isolation: str = "",
    pages: Mapping[str, str] | None = None,
) -> str:
    """The class report: who has no mark, marks, exercises, misconceptions, notes, models, times, and who has what.

    Args:
        reports: of one assignment, in the order of the table; outlines (``class_stats.outline``) are enough.
        title: the assignment's name by default.
        when: when it was graded, as it should be shown.
        isolation: a sentence about the isolation, instead of two words.
        pages: submission's name -> address of its page, as seen from this one.
    """
    reports = list(reports)
    names = ", ".join(header.distinct(report.assignment for report in reports))
    sections = [
        ("marks", "Marks", header.marks(reports)),
        ("exercises", "Exercises", exercise_stats.exercises(reports)),
        ("mistakes", "Misconceptions", exercise_stats.misconceptions(reports)),
        ("corrections", "Corrections", class_corrections.corrections(reports)),
        ("notes", "Needs review", exercise_stats.suspicions(reports)),
        ("models", "Models", model_stats.measurements(reports)),
        ("texts", "For a person to mark", class_texts.texts(reports)),
        ("time", "Time", model_stats.seconds(reports)),
        ("submissions", "Submissions", class_matrix.table(reports)),
    ]
    return render(
        "class.html.j2",
        title=title or f"Class report: {names or 'no submissions'}",
        about=header.about(reports, when, isolation),
        isolation=isolation,
        figures=header.figures(reports),
        alarms=header.alarms(reports),
        sections=[(id, name, values) for id, name, values in sections if values],
        pages=pages or {},
    )
