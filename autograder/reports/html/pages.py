"""The class report and each submission's own page: one self-contained file each, without scripts.

The class page holds what a class shows at a glance, and links to the submissions' pages, which hold every check and every
figure; so it opens as fast for three hundred as for three.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autograder.core.records import Report
from autograder.reports import class_stats, wording
from autograder.reports.html import class_matrix, exercise_stats, header, images, markup, model_stats
from autograder.reports.html.submission import inside, not_final
from autograder.reports.student_view import to_student

INSTRUCTORS = "For instructors only: this page shows what the hidden checks saw and found. Do not share it with students."


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
        pages: submission's name -> address of its own page, as seen from this one.
    """
    reports, pages = list(reports), pages or {}
    names = ", ".join(header.distinct(report.assignment for report in reports))
    title = title or f"Class report: {names or 'no submissions'}"
    sections = [
        header.grade_distribution(reports),
        exercise_stats.exercises(reports),
        exercise_stats.misconceptions(reports, pages),
        exercise_stats.suspicions(reports, pages),
        model_stats.measurements(reports, pages),
        model_stats.seconds(reports, pages),
        class_matrix.table(reports, pages),
    ]
    body = [
        '<a class="skip" href="#submissions">Skip to the submissions</a>',
        f"<header><h1>{markup.line(title)}</h1>{header.about(reports, when, isolation)}",
        f"{header.figures(reports)}{_ways(sections)}</header><main>",
        header.alarm(reports, pages),
        *sections,
        "</main>",
    ]
    return markup.page(title, "".join(body))


def submission_page(
    report: Report,
    *,
    title: str = "",
    when: str = "",
    isolation: str = "",
    for_student: bool = True,
    back: str = "",
) -> str:
    """One submission as a page of its own, with every check and every figure.

    Args:
        for_student: leave out the seed, and of hidden checks all that ``student_view.to_student`` leaves out.
        back: address of the class report, as seen from this page.
    """
    called = next(iter(class_stats.named([report]).values())).submission
    title = title or f"{called}: {report.assignment}"
    report = to_student(report) if for_student else report
    shown = images.Pictures(images.BUDGET, for_student).collect([report])
    score = f"<p><strong>{wording.out_of(report)} points</strong>{not_final(report)}</p>" if report.exercises else ""
    about = header.about([report], when, isolation, seed=not for_student)
    checks = inside(report, 0, shown, for_student, level=2)
    way = f'<p class="back"><a href="{markup.line(back)}">Back to the class report</a></p>' if back else ""
    warning = "" if for_student else f'<p class="quiet">{INSTRUCTORS}</p>'
    head = f"<header>{way}<h1>{markup.line(title)}</h1>{about}{warning}{score}</header>"
    return markup.page(title, f"{head}<main>{checks}</main>")


def _ways(sections: list[str]) -> str:
    """Links to the sections that are there."""
    names = {
        "marks": "Marks",
        "exercises": "Exercises",
        "mistakes": "Misconceptions",
        "notes": "Needs review",
        "models": "Models",
        "time": "Time",
        "submissions": "Submissions",
    }
    there = [name for name in names if any(section.startswith(f'<section id="{name}"') for section in sections)]
    links = "".join(f'<a href="#{name}">{names[name]}</a>' for name in there)
    return f'<nav aria-label="On this page">{links}</nav>'
