"""Two gradings compared, as a page."""

from __future__ import annotations

from autograder.reports.compared_gradings import ComparedGradings, signed
from autograder.reports.html.rendering import render


def page(found: ComparedGradings, title: str, before: str, after: str) -> str:
    """A self-contained page for instructors.

    Args:
        before, after: what the two gradings are called.
    """
    return render("comparison.html.j2", package="autograder.desk", title=title, found=found, before=before, after=after, signed=signed)
