"""The part of the class report that a person marks from: each text that is asked for, and what the class has written."""

from __future__ import annotations

from typing import NamedTuple

from autograder.core.languages import spoken, spoken_plural
from autograder.core.records import Report
from autograder.core.written_answer import WrittenAnswer
from autograder.reports import wording


class ClassText(NamedTuple):
    """One text that is asked for; ``answers``: (submission, what was written) in the order of the class."""

    name: str
    question: str
    sample: str
    state: str
    answers: list[tuple[str, WrittenAnswer]]


def texts(reports: list[Report]) -> list[ClassText]:
    """All texts of a class, in the order of the settings."""
    found: dict[str, list[tuple[str, WrittenAnswer]]] = {}
    for report in reports:
        for text in report.for_a_person:
            found.setdefault(text.name, []).append((report.submission, text))
    return [_one(name, answers) for name, answers in found.items()]


def state(answers: list[WrittenAnswer]) -> str:
    """How many of a text's answers wait, in words.

    Example:
        >>> state([WrittenAnswer("WHY", "", "", "So.", 5), WrittenAnswer("WHY", "", "", "", 5)])
        'up to 5 points; 2 wait for a person, of which 1 is not started'
    """
    waiting = [text for text in answers if text.points is None]
    blank = sum(not text.started for text in waiting)
    most = wording.up_to(answers[0].max_points)
    if not waiting:
        return spoken("{up_to}; all are marked", up_to=most)
    said = spoken_plural("{up_to}; {count} waits for a person", "{up_to}; {count} wait for a person", len(waiting), up_to=most)
    return said + (spoken_plural(", of which {count} is not started", ", of which {count} are not started", blank) if blank else "")


def _one(name: str, answers: list[tuple[str, WrittenAnswer]]) -> ClassText:
    first = answers[0][1]
    return ClassText(name, first.question, first.sample, state([text for _, text in answers]), answers)
