"""The numbers that checks have measured, as people call them."""

from __future__ import annotations

from autograder.core.languages import message, shown
from autograder.reports.sanitize import one_line

NEEDED = "_needed"  # behind a measurement's name: the least that passes
MEASURED = {  # a name of a measurement -> how people call it; each with the least that passes
    "accuracy": (message("accuracy"), message("accuracy needed")),
    "loss": (message("loss"), message("loss needed")),
    "AUC": (message("AUC"), message("AUC needed")),
    "recall": (message("recall"), message("recall needed")),
    "precision": (message("precision"), message("precision needed")),
}


def in_words(name: str) -> str:
    """The name of a number that a check has measured; one that is not known as it is.

    Example:
        >>> in_words("accuracy_needed"), in_words("area_found")
        ('accuracy needed', 'area found')
    """
    bare = name.removesuffix(NEEDED)
    known = MEASURED.get(bare)
    return shown(known[bare != name]) if known else one_line(name.replace("_", " "))
