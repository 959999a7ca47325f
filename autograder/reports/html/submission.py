"""One submission as its own page: every exercise with its checks, what was said to them, and the images."""

from __future__ import annotations

from typing import NamedTuple

from autograder.core.languages import shown, spoken, spoken_plural
from autograder.core.records import ExerciseResult, Report, Status
from autograder.reports import class_stats, wording
from autograder.reports.check_texts import CheckText, check_texts
from autograder.reports.html.header import about
from autograder.reports.html.images import ExerciseImages, exercise_images
from autograder.reports.html.rendering import render
from autograder.reports.own_code import QuestionText, question_text
from autograder.reports.student_view import to_student
from autograder.reports.translated_reports import translated


class ExerciseSection(NamedTuple):
    """One exercise as its page shows it; ``is_quiet``: everything passed and there is nothing to read."""

    exercise: ExerciseResult
    rows: list[CheckText]
    score: str
    is_quiet: bool
    images: ExerciseImages
    questions: list[QuestionText]


def submission_page(report: Report, *, for_student: bool = True, back: str = "") -> str:
    """One submission as a self-contained file without scripts, with every check and every figure.

    Args:
        for_student: leave out the seed, and of hidden checks all that ``student_view.to_student`` leaves out.
        back: address of the class report, as seen from this page.
    """
    called = next(iter(class_stats.named([report]).values())).submission
    report = to_student(report) if for_student else report
    report = translated(report)
    found = exercise_images(report, for_student)
    return render(
        "submission.html.j2",
        title=f"{called}: {report.assignment}",
        back=back,
        about=about([report], "", "", seed=not for_student),
        isolation="",  # a note on the whole class, which is on its page
        report=report,
        status=shown(wording.STATUS[report.status]).capitalize(),
        is_final=report.status in (Status.GRADED, Status.EXEMPT),
        exercises=[_exercise(one, report.source, for_student, found[one.name]) for one in report.exercises],
        corrections=wording.corrections(report),
        for_student=for_student,
    )


def _exercise(exercise: ExerciseResult, source: str, for_student: bool, drawn: ExerciseImages) -> ExerciseSection:
    rows = check_texts(exercise, source, for_student, repeat=not for_student)
    is_quiet = exercise.passed and not any(row.said for row in rows)
    score = spoken("not started") if exercise.not_started else wording.out_of(exercise)
    if is_quiet:
        score += " · " + spoken_plural("{count} check passed", "{count} checks passed", len(rows))
    return ExerciseSection(exercise, rows, score, is_quiet, drawn, [question_text(one, source) for one in exercise.questions])
