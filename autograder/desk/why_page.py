"""An explanation as a page, with the student's figure beside that of the reference."""

from __future__ import annotations

from autograder.desk.why import Why
from autograder.reports import wording
from autograder.reports.html.rendering import render
from autograder.reports.sanitize import clean_png

WIDEST = 900  # pixels of a figure


def page(found: Why, back: str = "") -> str:
    """A self-contained page for instructors: it shows what hidden checks pass and expect.

    Args:
        back: address of the page that led here.
    """
    figures = {
        one.result.name: (clean_png(one.result.figure, WIDEST), clean_png(one.reference.figure, WIDEST) if one.reference else None)
        for one in found.checks
    }
    return render(
        "why.html.j2",
        package="autograder.desk",
        title=f"{found.student}: {found.exercise}",
        found=found,
        corrections=[one.sentence for one in found.corrections],
        figures=figures,
        counted=wording.out_of(found.counted),
        back=back,
    )
