"""The middle of the class report: how each exercise went, what was mixed up, and what a person should look at."""

from __future__ import annotations

from collections.abc import Mapping

from autograder.core.records import Report
from autograder.reports import class_stats, discrimination, wording
from autograder.reports.discrimination import Discrimination
from autograder.reports.html import charts, markup
from autograder.reports.html.header import folded

WIDE = ' class="wide"'  # left out on a phone


def exercises(reports: list[Report]) -> str:
    """Success and discrimination of each exercise."""
    discriminations = discrimination.discriminations(reports)
    rows = [_exercise(one, discriminations) for one in class_stats.successes(reports)]
    if not rows:
        return ""
    heads = "".join(
        f'<th scope="col"{side}><span class="swatch {name}" aria-hidden="true"></span>{word}</th>'
        for name, word, side in (("solved", "solved", ""), ("begun", "started", WIDE), ("untouched", "not started", WIDE))
    )
    last = '<th scope="col">discrimi&shy;nation</th>' if discriminations else ""
    return (
        '<section id="exercises"><h2>Exercises</h2>'
        '<div class="scroll" tabindex="0" role="region" aria-label="Success and discrimination of each exercise">'
        f'<table class="exercises"><thead><tr><th scope="col" class="left">exercise</th>{heads}'
        f'<th scope="col" class="left wide">of the graded submissions</th><th scope="col">points</th>{last}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>{_explained(reports, bool(discriminations))}</section>"
    )


def misconceptions(reports: list[Report], pages: Mapping[str, str]) -> str:
    """Known mistakes, the most frequent first, with those who made them."""
    items = []
    for one in class_stats.misconceptions(reports):
        who = [markup.person(name, pages, 60) for name in one.submissions]
        items.append(
            f'<li><div class="times">{len(one.submissions)}<small>of {len(reports)}</small></div><div>'
            f"<p><strong>{markup.line(one.exercise)}</strong> · <code>{markup.line(one.mistake)}</code></p>"
            f'<p class="said">{markup.text(one.feedback)}</p><div class="quiet who"><p>{folded(who, gap=", ")}</div>'
            "</div></li>"
        )
    inside = "<p>No known mistakes were found.</p>"
    if items:
        inside = f'<div class="card"><ol class="ranked">{"".join(items)}</ol></div>'
    return f'<section id="mistakes"><h2>Misconceptions</h2>{inside}</section>'


def suspicions(reports: list[Report], pages: Mapping[str, str]) -> str:
    """Notes for a person; empty if there are none."""
    items = [
        f"<dt>{markup.person(report.submission, pages, 60)}</dt>"
        + "".join(f'<dd class="said">{markup.text(note)}</dd>' for note in report.suspicions)
        for report in reports
        if report.suspicions
    ]
    if not items:
        return ""
    return (
        '<section id="notes"><h2>Needs review</h2>'
        f'<p class="quiet">{wording.NO_VERDICT}</p><div class="card"><dl>{"".join(items)}</dl></div></section>'
    )


def _exercise(one: class_stats.Success, discriminations: dict[str, Discrimination]) -> str:
    cell = _discrimination(discriminations[one.column.name]) if discriminations else ""
    return (
        f'<tr><th scope="row">{one.column.number} {markup.line(one.column.name)}'
        f'<span class="title">{markup.line(one.column.title)}</span></th>'
        f"<td>{one.solved}</td><td{WIDE}>{one.begun}</td><td{WIDE}>{one.not_started}</td>"
        f'<td class="share wide">{charts.shares(one.solved, one.begun, one.not_started)}</td>'
        f'<td class="success">{100 * one.share:.0f} %</td>{cell}</tr>'
    )


def _discrimination(found: Discrimination) -> str:
    if found.correlation is None:
        return f'<td class="apart"><span class="quiet">{found.word}</span></td>'
    numbers = f"{_signed(found.lowest)} to {_signed(found.highest)}"
    return (
        f'<td class="apart">{_signed(found.correlation)} <span class="word {found.word.split()[0]}">{found.word}</span>'
        f'<small class="quiet">{numbers}</small></td>'
    )


def _signed(number: float) -> str:
    return f"{number:.2f}".replace("-0.00", "0.00").replace("-", "−")


def _explained(reports: list[Report], has_discrimination: bool) -> str:
    count = len(discrimination.started_submissions(reports))
    if not has_discrimination:
        return (
            f'<p class="quiet">How well each exercise separates strong pages from weak ones (its discrimination) is '
            f"calculated from at least {discrimination.FEWEST} pages with an exercise started; here there "
            f"{'is' if count == 1 else 'are'} {count}. With fewer, the result would mostly be chance.</p>"
        )
    return (
        f"<details><summary>What discrimination means, and how it is calculated</summary><p>{discrimination.EXPLAINED} "
        f"Calculated from the {count} graded pages with an exercise started.</p></details>"
    )
