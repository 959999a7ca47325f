"""A report put together from reports on its single exercises, so that each can be judged, kept and judged again alone.

A part is a ``Report`` that holds one exercise, and of the rest only what that exercise has to do with. A report of a
whole page is always made here, whether its parts were judged just now or remembered, so there is one way to add them up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from autograder.core import isolation_level
from autograder.core.languages import message
from autograder.core.records import TIMES, Report, Status

OURS = message("Some checks are broken: this is our bug, and it costs no points.")


def together(page: Report, parts: Iterable[Report], order: Iterable[str]) -> Report:
    """The report on a page and its exercises.

    Args:
        page: a report without exercises: what is known of the page as a whole.
        parts: in the order in which the exercises are judged, which is that of the notes.
        order: names of the exercises, as they are in the page.

    Example:
        >>> page = Report("a", "ada", "", Status.GRADED, (), "full", "mnist", 17, 0.0)
        >>> together(page, [replace(page, isolation="none", seconds=1.5)], []).isolation
        'none'
    """
    parts = list(parts)
    by_name = {exercise.name: exercise for part in parts for exercise in part.exercises}
    datasets = [part.dataset for part in parts if part.dataset]
    report = replace(
        page,
        exercises=tuple(by_name[name] for name in order if name in by_name),
        isolation=isolation_level.lowest({page.isolation, *(part.isolation for part in parts)}),
        dataset=datasets[0] if datasets else page.dataset,
        backend=next((part.backend for part in parts if part.backend), page.backend),
        **{name: round(sum(getattr(part, name) for part in parts), 3) for name in TIMES},
        suspicions=_each_once(page.suspicions, *(part.suspicions for part in parts)),
        fingerprints=_each_once(*(part.fingerprints for part in parts)),
    )
    return replace(report, status=Status.NOT_GRADED, problem=OURS) if report.broken else report


def _each_once(*groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for group in groups for one in group))
