"""The class report's table: who has how many points in which exercise."""

from __future__ import annotations

from collections.abc import Mapping

from autograder.core.records import ExerciseResult, Outcome, Report, Status
from autograder.reports import class_stats, wording
from autograder.reports.gradebook_marks import GradebookReport, waits
from autograder.reports.html import markup

KEY = {  # of cells: class -> what the colour and the sign mean
    "full": "all points",
    "part": "some points",
    "none": "started, no points",
    "still": "· not started",
    "ours": "! our bug: costs no points, the total is not final",
    "said": "no mark, and why",
}


def table(reports: list[Report], pages: Mapping[str, str]) -> str:
    """One row for each submission, with a link to its page."""
    columns = class_stats.columns(reports)
    most = class_stats.worth(reports)
    others = {report.submission for report in class_stats.of_other_checks(reports)}
    heads = "".join(
        f'<th scope="col"><span class="name">{markup.line(column.name)}</span> '
        f'<span class="number">{column.number}</span></th>'
        for column in columns
    )
    maxima = "".join(f"<td>{wording.points(column.max_score)}</td>" for column in columns)
    rows = "".join(_row(report, columns, report.submission in others, pages) for report in reports)
    cells = f"{rows}</td>"
    key = "".join(
        f'<span><span class="swatch {name}" aria-hidden="true"></span>{text}</span>'
        for name, text in KEY.items()
        if f'<td class="{name}"' in cells or f'<td class="total {name}"' in cells
    )
    if "<td></td>" in cells:
        key += "<span>empty: not among this page’s exercises</span>"
    return (
        '<section id="submissions"><h2>Submissions</h2>'
        '<div class="scroll" tabindex="0" role="region" aria-label="Points of each submission in each exercise">'
        '<table class="class"><thead><tr><th scope="col">submission</th>'
        f'{heads}<th scope="col">total</th><th scope="col" class="time">seconds</th></tr></thead><tbody>'
        '<tr class="most"><th scope="row">points possible</th>'
        f'{maxima}<td class="total">{wording.points(most)}</td><td class="time"></td></tr>{rows}</tbody></table></div>'
        f'<p class="key quiet">{key}</p></section>'
    )


def _row(report: Report, columns: list[class_stats.Column], other_checks: bool, pages: Mapping[str, str]) -> str:
    """
    Args:
        other_checks: the page is out of other points than most, so the row says out of how many.
    """
    name = f'<th scope="row">{markup.person(report.submission, pages, 60)}</th>'
    if not report.exercises:
        return f'<tr>{name}<td class="said" colspan="{len(columns) + 2}"><div>{markup.line(wording.status_line(report))}</div></td></tr>'
    found = {exercise.name: exercise for exercise in report.exercises}
    cells = "".join(_cell(found.get(column.name)) for column in columns)
    time = f'<td class="time">{report.seconds:.1f}</td>'
    if report.status is Status.GRADED:
        total = wording.out_of(report) if other_checks else wording.points(report.score)
        if isinstance(report, GradebookReport) and report.differs:
            total += f'<br><small class="quiet">checks: {wording.out_of(report.judged)}</small>'
        return f'<tr>{name}{cells}<td class="total">{total}</td>{time}</tr>'
    return f'<tr>{name}{cells}<td class="total ours">{wording.points(report.score)} !</td>{time}</tr>'


def _cell(exercise: ExerciseResult | None) -> str:
    if exercise is None:
        return "<td></td>"
    if waits(exercise):
        return '<td class="ours">?</td>'
    if exercise.not_started:
        return '<td class="still"><span aria-hidden="true">·</span><span class="unseen">not started</span></td>'
    score = wording.points(exercise.score)
    if any(check.outcome is Outcome.BROKEN for check in exercise.checks):
        return f'<td class="ours">{score} !</td>'
    kind = "full" if exercise.score >= exercise.max_score else "part" if exercise.score > 0 else "none"
    return f'<td class="{kind}">{score}</td>'
