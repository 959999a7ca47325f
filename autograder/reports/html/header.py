"""The top of the class report: what it is about, what a person must look at first, and the marks."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping

from autograder.core.records import Report, Status
from autograder.reports import class_stats, gradebook_marks, wording
from autograder.reports.html import charts, markup

AT_ONCE = 12  # names in a list before the others are folded away
LOUD = (
    (Status.NOT_GRADED, "not graded", "The kit could not grade these. This is not a mark, and not a zero. Grade them again."),
    (Status.UNREADABLE, "unreadable", "There was no readable page, so there are no points."),
)


WAITING = "The checks are done, but the gradebook has no final mark yet."
ANOTHER = (
    "This page shows the gradebook's marks. They differ from the sum of the checks if points were changed, a score "
    "was given by hand, or work was late."
)


def about(reports: list[Report], when: str, isolation: str, seed: bool = True) -> str:
    """When, with which data and how it was graded."""
    said = [markup.line(when)] if when else []
    said += [f"data: {markup.line(', '.join(map(wording.dataset, distinct(report.dataset for report in reports))))}"]
    said += [f"training: {markup.line(name)}" for name in distinct(report.budget for report in reports)]
    said += [f"seed {markup.line(number)}" for number in distinct(report.seed for report in reports)] if seed else []
    levels = distinct(report.isolation for report in reports)
    if not isolation:
        said += [markup.line(wording.ISOLATION.get(level, level)) for level in levels]
    more = f'<p class="quiet">{markup.line(isolation)}</p>' if isolation else ""
    return f'<p class="quiet">{" · ".join(said)}</p>{more}'


def figures(reports: list[Report]) -> str:
    """The class in three numbers."""
    graded = class_stats.graded(reports)
    shown = [(str(len(reports)), "submission" if len(reports) == 1 else "submissions")]
    if graded:
        scores = class_stats.scores(reports)
        unit = class_stats.unit(reports, f"of {wording.points(class_stats.worth(reports))} points")
        shown += [
            (wording.points(statistics.median(scores)), f"median {unit}"),
            (f"{wording.points(min(scores))} to {wording.points(max(scores))}", "lowest and highest"),
        ]
    if len(graded) < len(reports):
        shown.append((str(len(reports) - len(graded)), "without a mark, see below"))
    items = "".join(f"<li><strong>{markup.line(number)}</strong> {markup.line(name)}</li>" for number, name in shown)
    return f'<ul class="figures">{items}</ul>'


def alarm(reports: list[Report], pages: Mapping[str, str]) -> str:
    """Who has no mark, and why, and whose mark is of other checks; empty if everybody has one, and of the same."""
    parts = []
    for status, word, meaning in LOUD:
        found = [report for report in reports if report.status is status and not report.waits]
        if found:
            items = [
                f'{markup.person(report.submission, pages, 60)}: <span class="why">{_why(report)}</span>'
                for report in found
            ]
            parts.append(f"<h2>{len(found)} {word}</h2><p>{meaning}</p><ul>{folded(items, '<li>', '</li>')}")
    waiting = [report for report in reports if report.waits]
    if waiting:
        items = [f"{markup.person(one.submission, pages, 60)}: {markup.line(one.waits)}" for one in waiting]
        said = f"<h2>{len(waiting)} waiting for manual grading</h2><p>{WAITING}</p>"
        parts.append(f"{said}<ul>{folded(items, '<li>', '</li>')}")
    if differing := gradebook_marks.others(reports):
        items = [f"{markup.person(one.submission, pages, 60)}: {gradebook_marks.both(one)}" for one in differing]
        said = f"<h2>{len(differing)} with a different mark in the gradebook</h2><p>{ANOTHER}</p>"
        parts.append(f"{said}<ul>{folded(items, '<li>', '</li>')}")
    others = class_stats.of_other_checks(reports)
    if others:
        items = [f"{markup.person(one.submission, pages, 60)}: {wording.out_of(one)}" for one in others]
        said = f"<h2>{len(others)} graded with different checks</h2><p>{class_stats.other_checks(reports)}</p>"
        parts.append(f"{said}<ul>{folded(items, '<li>', '</li>')}")
    return f'<section class="alarm">{"".join(parts)}</section>' if parts else ""


def grade_distribution(reports: list[Report]) -> str:
    """How the marks are spread."""
    shares = [100 * class_stats.share(report) for report in class_stats.graded(reports)]
    median = statistics.median(shares) if shares and class_stats.worth(reports) else None
    chart = charts.distribution(class_stats.histogram(reports), median)
    return (
        f'<section id="marks"><h2>Marks</h2><div class="card beside">{chart}<div>{_standing(reports)}</div></div>'
        "</section>"
    )


def folded(items: list[str], before: str = "", after: str = "", gap: str = "") -> str:
    """A list's items; those beyond a dozen are folded away behind their number. Closes the list that it is in.

    Args:
        before, after: around each item; with them it is a ``ul``, else words in a paragraph.
        gap: between two items.
    """
    first, more = items[:AT_ONCE], items[AT_ONCE:]
    around = ("<ul>", "</ul>") if before else ("<p>", "</p>")
    shown = gap.join(f"{before}{item}{after}" for item in first) + around[1]
    if more:
        inside = gap.join(f"{before}{item}{after}" for item in more)
        shown += f"<details><summary>and {len(more)} more</summary>{around[0]}{inside}{around[1]}</details>"
    return shown


def distinct(values: Iterable) -> list:
    """Each value once, in order; none that is empty."""
    return [value for value in dict.fromkeys(values) if value != ""]


def _standing(reports: list[Report]) -> str:
    """How the class stands, in sentences: the quarters, who has everything, who has begun nothing."""
    graded = class_stats.graded(reports)
    if not graded:
        return ""
    scores = class_stats.scores(reports)
    full = sum(report.score >= report.max_score for report in graded)
    untouched = sum(all(exercise.not_started for exercise in report.exercises) for report in graded)
    unfinished = sum(any(exercise.not_started for exercise in report.exercises) for report in graded) - untouched
    said = []
    if len(scores) >= 4:
        low, middle, high = (wording.points(one) for one in statistics.quantiles(scores, n=4, method="inclusive"))
        unit = class_stats.unit(reports, f"of {wording.points(class_stats.worth(reports))} points")
        said.append(f"The middle half of the class has {low} to {high} {unit}, the median {middle}.")
    said.append(f"All points: {full} of {len(graded)}.")
    said.append(f"Some exercises not started: {unfinished}. No exercise started: {untouched}.")
    return "".join(f"<p>{sentence}</p>" for sentence in said)


def _why(report: Report) -> str:
    return markup.line(report.problem.strip().split("\n")[0]) or "no reason was saved"
