"""The class report: one self-contained file, without scripts.

It holds what a class shows at a glance, and links to the submissions' own pages, which hold every check and every figure;
so it opens as fast for three hundred as for three.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autograder.content.shown_answers import ShownAnswer
from autograder.core.languages import shown, spoken
from autograder.core.records import Report
from autograder.reports.html import class_corrections, class_matrix, class_texts, exercise_stats, header, model_stats
from autograder.reports.html.rendering import render
from autograder.reports.translated_reports import of_assignment, translated


def class_page(
    reports: Sequence[Report],
    *,
    title: str = "",
    when: str = "",
    isolation: str = "",
    pages: Mapping[str, str] | None = None,
    answers: Mapping[tuple[str, str], Sequence[ShownAnswer]] | None = None,
) -> str:
    """The class report: who has no mark, marks, exercises, misconceptions, notes, models, times, and who has what.

    Args:
        reports: of one assignment, in the order of the table; outlines (``class_stats.outline``) are enough.
        title: the assignment's name by default.
        when: when it was graded, as it should be shown.
        isolation: a sentence about the isolation, instead of two words.
        pages: submission's name -> address of its page, as seen from this one.
        answers: (exercise, mistake) -> a few answers that show it, without names.
    """
    reports = list(map(translated, reports))
    names = ", ".join(header.distinct(report.assignment for report in reports))
    sections = [
        ("marks", spoken("Marks"), header.marks(reports)),
        ("exercises", spoken("Exercises"), exercise_stats.exercises(reports)),
        ("mistakes", spoken("Misconceptions"), exercise_stats.misconceptions(reports, answers or {})),
        ("corrections", spoken("Corrections"), class_corrections.corrections(reports)),
        ("notes", spoken("Needs review"), exercise_stats.suspicions(reports)),
        ("models", spoken("Models"), model_stats.measurements(reports)),
        ("texts", spoken("For a person to mark"), class_texts.texts(reports)),
        ("time", spoken("Time"), model_stats.seconds(reports)),
        ("submissions", spoken("Submissions"), class_matrix.table(reports)),
    ]
    return render(
        "class.html.j2",
        title=of_assignment(title, "assignment:title", names) or spoken("Class report: {names}", names=names or spoken("no submissions")),
        about=header.about(reports, when, isolation),
        isolation=shown(isolation),
        figures=header.figures(reports),
        alarms=header.alarms(reports),
        sections=[(id, name, values) for id, name, values in sections if values],
        pages=pages or {},
    )
