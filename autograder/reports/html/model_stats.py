"""What was measured in a class: how well its models read, and how long each submission took."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping

from autograder.core.records import Report
from autograder.reports import class_stats, wording
from autograder.reports.class_stats import Measured
from autograder.reports.html import charts, markup

FEWEST = 2  # numbers in a chart
OUTERMOST = 3  # submissions named at the end of a list
SHARES = ("accuracy",)  # measurements from 0 to 1, which people read as per cent


def measurements(reports: list[Report], pages: Mapping[str, str]) -> str:
    """How well the models read; empty if no check has measured anything."""
    cards: dict[tuple[str, str], list[str]] = {}
    for one in class_stats.measured(reports):
        cards.setdefault((one.exercise, one.title), []).append(_card(one, pages))
    if not cards:
        return ""
    parts = [
        f'<p class="quiet">{markup.line(exercise)}: {markup.line(title)}</p><div class="side">{"".join(found)}</div>'
        for (exercise, title), found in cards.items()
    ]
    return f'<section id="models"><h2>The class’s models</h2>{"".join(parts)}</section>'


def seconds(reports: list[Report], pages: Mapping[str, str]) -> str:
    """How long each submission took; empty if nothing was judged."""
    took = [(report.submission, report.seconds) for report in reports if report.exercises]
    if not took:
        return ""
    numbers = [number for _name, number in took]
    sentence = (
        f"<p>Median {_duration(statistics.median(numbers))} for one submission. Longest: "
        f"{_outermost(sorted(took, key=lambda one: -one[1]), _duration, pages)}.</p>"
        f"<p>{_duration(sum(numbers))} in total; less in real time if several were graded in parallel.</p>"
        "<p>A correct answer that was graded before for another student is not graded again, and takes no time.</p>"
    )
    chart = "" if len(numbers) < FEWEST else charts.spread(numbers, "seconds for one submission", "{:g}".format)
    return (
        f'<section id="time"><h2>Time for each submission</h2><div class="card beside">{chart}'
        f"<div>{sentence}</div></div></section>"
    )


def _card(one: Measured, pages: Mapping[str, str]) -> str:
    name = one.name.replace("_", " ")
    show = _per_cent if one.name in SHARES else "{:.4g}".format
    numbers = [number for _submission, number in one.values]
    models = wording.count(len(numbers), "model")
    if min(numbers) == max(numbers):  # the same network, trained by the same protocol
        chart, sentence = "", f"{show(numbers[0])} for {'all ' * (len(numbers) > 1)}{models}."
    else:
        chart = charts.spread(numbers, f"{name} of {models}", show, one.needed)
        ordered = sorted(one.values, key=lambda value: value[1], reverse=one.name not in SHARES)
        word = "Lowest" if one.name in SHARES else "Highest"
        sentence = f"Median {show(statistics.median(numbers))}. {word}: {_outermost(ordered, show, pages)}."
    if one.needed is not None:
        missed = sum(number < one.needed for number in numbers)
        sentence += f" Below the required {show(one.needed)}: {missed} of {len(numbers)}."
    return f'<div class="card"><h3>{markup.line(name)}</h3>{chart}<p>{sentence}</p></div>'


def _outermost(ordered: list[tuple[str, float]], show: Callable[[float], str], pages: Mapping[str, str]) -> str:
    return ", ".join(f"{markup.person(name, pages, 60)} {show(number)}" for name, number in ordered[:OUTERMOST])


def _per_cent(number: float) -> str:
    return f"{100 * number:.4g} %"


def _duration(seconds: float) -> str:
    """``5.2 s``, ``3 min 20 s``, ``2 h 5 min``."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
