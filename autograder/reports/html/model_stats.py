"""What was measured in a class: how well its models read, and how long each submission took.

Each function gives the values of its section, or None where the page has none.
"""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field

from autograder.core.languages import number_shown, spoken
from autograder.core.records import Report
from autograder.reports import class_stats, measurement_names, wording
from autograder.reports.class_stats import Measured
from autograder.reports.html import charts

FEWEST = 2  # numbers in a chart
OUTERMOST = 3  # submissions named at the end of a list
SHARES = ("accuracy",)  # measurements from 0 to 1, which people read as per cent


@dataclass
class Card:
    """One measurement: its chart, a sentence, and the lowest or highest submissions."""

    name: str
    sentence: str
    count: int
    chart: charts.Chart | None = None
    word: str = ""
    outermost: list[tuple[str, str]] = field(default_factory=list)
    required: str = ""
    missed: int = 0


def measurements(reports: list[Report]) -> dict[tuple[str, str], list[Card]]:
    """How well the models read: (exercise, check's title) -> what the check has measured."""
    cards: dict[tuple[str, str], list[Card]] = {}
    for number, one in enumerate(class_stats.measured(reports), 1):
        cards.setdefault((one.exercise, one.title), []).append(_card(one, f"model-{number}"))
    return cards


def seconds(reports: list[Report]) -> dict | None:
    """How long each submission took."""
    took = [(report.submission, report.seconds) for report in reports if report.exercises]
    numbers = [number for _name, number in took]
    longest = sorted(took, key=lambda one: -one[1])[:OUTERMOST]
    return took and {
        "chart": None if len(numbers) < FEWEST else charts.spread("time", took, spoken("seconds for one submission"), _short),
        "median": _duration(statistics.median(numbers)),
        "longest": [(name, _duration(number)) for name, number in longest],
        "total": _duration(sum(numbers)),
    }


def _card(one: Measured, id: str) -> Card:
    name = measurement_names.in_words(one.name)
    show = _per_cent if one.name in SHARES else _four_digits
    numbers = [number for _submission, number in one.values]
    models = wording.count(len(numbers), "model")
    if min(numbers) == max(numbers):  # the same network, trained by the same protocol
        card = Card(name, spoken("{number} for all {models}.", number=show(numbers[0]), models=models) if len(numbers) > 1 else spoken("{number} for {models}.", number=show(numbers[0]), models=models), len(numbers))
    else:
        card = Card(name, spoken("Median {number}.", number=show(statistics.median(numbers))), len(numbers))
        card.chart = charts.spread(id, one.values, spoken("{name} of {models}", name=name, models=models), show, one.needed)
        card.word = spoken("Lowest") if one.name in SHARES else spoken("Highest")
        ordered = sorted(one.values, key=lambda value: value[1], reverse=one.name not in SHARES)
        card.outermost = [(submission, show(number)) for submission, number in ordered[:OUTERMOST]]
    if one.needed is not None:
        card.required = show(one.needed)
        card.missed = sum(number < one.needed for number in numbers)
    return card


def _short(number: float) -> str:
    return number_shown(f"{number:g}")


def _four_digits(number: float) -> str:
    return number_shown(f"{number:.4g}")


def _per_cent(number: float) -> str:
    return spoken("{number:.4g} %", number=100 * number)


def _duration(seconds: float) -> str:
    """``5.2 s``, ``3 min 20 s``, ``2 h 5 min``."""
    if seconds < 60:
        return spoken("{seconds:.1f} s", seconds=seconds)
    minutes, rest = divmod(round(seconds), 60)
    return spoken("{minutes} min {rest} s", minutes=minutes, rest=rest) if minutes < 60 else spoken("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)
