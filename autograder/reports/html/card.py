"""The result of a check as a card for a notebook's cell: the pieces of a report, with their styles written into them.

Notebooks keep a ``style`` attribute and drop most else: JupyterLab cleans what it has not seen run (no ``style``
element, no ``role``, no ``var()`` in a colour), and some frontends show each output in its own frame. So there is
no style sheet and no script here, every colour is seen on white and on black alike, and nothing is said by colour only.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from autograder.core.languages import shown as in_reading_language
from autograder.core.languages import spoken
from autograder.core.records import ExerciseResult, Outcome, Report
from autograder.reports import wording
from autograder.reports.check_texts import CheckText, check_texts
from autograder.reports.html.images import ExerciseImages, exercise_images
from autograder.reports.html.rendering import render
from autograder.reports.own_code import QuestionText, question_text
from autograder.reports.translated_reports import translated

GREEN, RED, GREY, VIOLET, BLUE = "#1a7f37", "#c9302c", "#6e7681", "#8250df", "#0969da"
CHIP = "display:inline-block;padding:0 6px;border-radius:4px;margin-right:5px;color:#ffffff;white-space:nowrap;"
ROW = "margin:4px 0;padding:3px 0 3px 10px;list-style-type:none;border-left:3px solid "
TEXT = "white-space:pre-wrap;overflow-wrap:anywhere;"
STYLES = {  # of an element, or of a class in a report
    "h3": "font-size:15px;font-weight:bold;line-height:1.7;margin:0;padding:0;display:inline;",
    "p": "margin:3px 0;padding:0;",
    "ul": "margin:4px 0;padding:0;",
    "ol": "margin:4px 0;padding:0 0 0 24px;",
    "pre": "margin:3px 0;padding:6px 8px;",
    "summary": "cursor:pointer;",
    "figure": "margin:0 0 6px 0;padding:0;",
    "img": "max-width:100%;height:auto;background-color:#ffffff;border:1px solid rgba(128,128,128,0.5);",
    "figcaption": "font-size:12px;text-align:left;font-style:normal;",
    "table": "font-size:12px;text-align:left;margin:3px 0;",
    "scroll": "overflow-x:auto;",
    "card": "border:1px solid rgba(128,128,128,0.5);border-radius:6px;padding:8px 12px;margin:2px 0 8px 0;"
    "max-width:900px;font-size:14px;line-height:1.45;text-align:left;",
    "whole-words": "word-break:keep-all;overflow-wrap:anywhere;",  # Korean is broken between words
    "beside": "display:flex;flex-wrap:wrap;align-items:flex-start;gap:0px 20px;",
    "told": "flex:1 1 260px;min-width:0;",
    "pictures": "flex:0 1 300px;margin:6px 0;",
    "next": "margin:8px 0 0 0;padding:6px 0 0 0;border-top:1px solid rgba(128,128,128,0.35);",
    "passed": f"{ROW}{GREEN};",
    "failed": f"{ROW}{RED};",
    "ours": f"{ROW}{VIOLET};",
    "still": f"{ROW}{GREY};",
    "word": f"{CHIP}font-size:12px;",
    "is-passed": f"background-color:{GREEN};",
    "is-failed": f"background-color:{RED};",
    "is-ours": f"background-color:{VIOLET};",
    "is-still": f"background-color:{GREY};",
    "is-public": f"background-color:{BLUE};",
    "said": TEXT,
    "feedback": "padding:4px 9px;border-left:3px solid #bf8700;background-color:rgba(219,166,46,0.18);",
    "output": f"background-color:rgba(128,128,128,0.15);{TEXT}",
    "long": "max-height:240px;overflow-y:auto;",
    "line": f"background-color:rgba(128,128,128,0.15);{TEXT}",
    "quiet": "opacity:0.85;",
    "worth": "white-space:nowrap;font-size:12px;",
    "score": "font-weight:normal;font-size:14px;",
    "code": "font-family:monospace;padding:1px 4px;border-radius:3px;background-color:rgba(128,128,128,0.18);",
}
START = re.compile(r'<([a-z]+[1-6]?)(?: class="([^"<>]*)")?(?=[ >])')


class CardExercise(NamedTuple):
    """One exercise as the card shows it; ``is_quiet``: it passed and there is nothing to read."""

    exercise: ExerciseResult
    number: int
    sign: str
    word: str
    kind: str
    score: str
    rows: list[CheckText]
    drawn: ExerciseImages | None
    is_quiet: bool
    questions: list[QuestionText]


def card(
    report: Report,
    numbers: Mapping[str, int],
    step: tuple[str, str] = ("", ""),
    notes: Sequence[str] = (),
    worth: Mapping[str, float] | None = None,
    points: str = "",
    answers: Sequence[str] = (),
) -> str:
    """Exercises with their checks, what is said to them and the student's figures, and the next step.

    Args:
        report: what was checked.
        numbers: exercise's name -> its number on the page.
        step: what to do next, and a line of code for it or nothing.
        notes: sentences about what was checked, shown first.
        worth: exercise's name -> its points in all, where only the public checks were run: these alone are no full pass.
        points: what an exercise's score is counted in; points by default.
        answers: to the questions about the exercise, as typed.

    Returns:
        HTML without scripts, style sheets, classes and links; everything a student wrote is escaped.
    """
    report, notes = translated(report), list(map(in_reading_language, notes))
    label = "; ".join(f"{exercise.name}, {outcome(exercise, worth)[1]}" for exercise in report.exercises) or spoken("the page")
    shown = [_exercise(exercise, numbers[exercise.name], report, worth, points, answers) for exercise in report.exercises]
    made = render(
        "card.html.j2", label=label, notes=notes, exercises=shown, texts=report.for_a_person, step=step[0], code=step[1]
    )
    return START.sub(_with_style, made)


def outcome(exercise: ExerciseResult, worth: Mapping[str, float] | None = None) -> tuple[str, str, str]:
    """(sign, word, kind) for an exercise as a whole; a tick only where all checks were run."""
    if exercise.passed and worth is not None:
        return "", spoken("so far"), "public"
    if exercise.passed:
        return "✓", spoken("passed"), "passed"
    if exercise.not_started:
        return "·", spoken("not started"), "still"
    if all(check.outcome in (Outcome.PASSED, Outcome.BROKEN) for check in exercise.checks):
        return "!", spoken("our bug"), "ours"
    return ("✗", spoken("not yet"), "failed")


def _exercise(
    exercise: ExerciseResult, number: int, report: Report, worth: Mapping[str, float] | None, points: str, answers: Sequence[str]
) -> CardExercise:
    score = _counted(wording.out_of(exercise), points) if worth is None else wording.standing(exercise, worth)
    rows = check_texts(exercise, report.source)
    is_quiet = exercise.passed and not any(row.said for row in rows)
    drawn = _drawn(exercise, report)
    asked = [question_text(one, report.source, typed) for one, typed in itertools.zip_longest(exercise.questions, answers[: len(exercise.questions)])]
    return CardExercise(exercise, number, *outcome(exercise, worth), "" if exercise.not_started else score, rows, drawn, is_quiet, asked)


def _counted(score: str, unit: str) -> str:
    return f"{score} {unit}" if unit else spoken("{score} points", score=score)


def _drawn(exercise: ExerciseResult, report: Report) -> ExerciseImages | None:
    """What the student's function drew: in the first public check that it did not pass, or in the first one."""
    drawn = [check for check in exercise.checks if check.figure and check.public]
    first = [check for check in drawn if check.outcome is not Outcome.PASSED] or drawn
    if not first:
        return None
    only = replace(report, exercises=(replace(exercise, checks=(first[0],)),))
    return exercise_images(only, for_student=True)[exercise.name]


def _with_style(start: re.Match) -> str:
    """A start tag with styles in the place of its classes."""
    tag, classes = start[1], (start[2] or "").split()
    style = "".join(STYLES.get(name, "") for name in [tag, *classes])
    return f'<{tag} style="{style}"' if style else f"<{tag}"
