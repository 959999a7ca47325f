"""The part of the class report that says which marks were changed after the checks ran, by whom and why."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from autograder.core.corrections import CorrectionKind
from autograder.core.records import Report
from autograder.reports import wording

FOR_ALL = (CorrectionKind.OFF, CorrectionKind.EVERYBODY, CorrectionKind.DROPPED)


class ClassCorrections(NamedTuple):
    """What was changed.

    Attributes:
        of_all: what is about a check or an exercise for all students: the sentence, and on how many pages it is.
        of_each: (submission, sentences) of each report in which something else was changed, in the order of the class.
    """

    of_all: list[tuple[str, str]]
    of_each: list[tuple[str, list[str]]]


def corrections(reports: list[Report]) -> ClassCorrections | None:
    """What was changed in a class; None if nothing was. What is about all students is said once."""
    of_all: Counter[str] = Counter()
    of_each = []
    for report in reports:
        own = []
        for one, sentence in zip(report.corrections, wording.corrections(report), strict=True):
            if one.kind in FOR_ALL:
                of_all[sentence] += 1
            else:
                own.append(sentence)
        if own:
            of_each.append((report.submission, own))
    said = [(sentence, wording.count(times, "student")) for sentence, times in of_all.items()]
    return ClassCorrections(said, of_each) if said or of_each else None
