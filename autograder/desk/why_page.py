"""An explanation as a page, with the student's figure beside that of the reference."""

from __future__ import annotations

from dataclasses import replace

from autograder.core.languages import shown
from autograder.core.records import CheckResult
from autograder.desk.why import Why, WhyCall
from autograder.reports import wording
from autograder.reports.html.rendering import render
from autograder.reports.sanitize import clean_png
from autograder.reports.translated_reports import translated_check

WIDEST = 900  # pixels of a figure


def as_read(found: Why) -> Why:
    """The same with titles, lessons and messages in the reader's language, as plain texts."""

    def read(check: CheckResult) -> CheckResult:
        made = translated_check(check, found.exercise, found.assignment)
        return replace(made, message=shown(made.message), smallest=shown(made.smallest))

    def read_call(call: WhyCall) -> WhyCall:
        arguments = tuple((name, shown(value)) for name, value in call.arguments)
        return replace(call, arguments=arguments, given=shown(call.given), expected=shown(call.expected), reference=shown(call.reference))

    checks = tuple(
        replace(one, result=read(one.result), counted=read(one.counted), calls=tuple(map(read_call, one.calls)))
        for one in found.checks
    )
    return replace(found, checks=checks, place=shown(found.place))


def page(found: Why, back: str = "") -> str:
    """A self-contained page for instructors: it shows what hidden checks pass and expect.

    Args:
        back: address of the page that led here.
    """
    found = as_read(found)
    figures = {
        one.result.name: (clean_png(one.result.figure, WIDEST), clean_png(one.reference.figure, WIDEST) if one.reference else None)
        for one in found.checks
    }
    return render(
        "why.html.j2",
        package="autograder.desk",
        title=f"{found.student}: {found.exercise}",
        found=found,
        corrections=[shown(one.sentence) for one in found.corrections],
        figures=figures,
        counted=wording.out_of(found.counted),
        back=back,
    )
