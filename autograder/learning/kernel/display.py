"""How the result of a check is shown: a card in a notebook, text on standard output elsewhere."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

from autograder.core.languages import shown, spoken
from autograder.core.records import Outcome
from autograder.learning.kernel import ipython
from autograder.learning.kernel.result import NBGRADER, Checked, Result

WIDTH = 100  # columns of text where no terminal says otherwise
_waiting: list[Result] = []  # results of the cell that is running


class ChecksNotFound(RuntimeError):
    """nbgrader runs the page, and there is nothing to check it with: no points may come of that."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


def show_problem(sentence: str) -> None:
    """Says why nothing could be checked.

    Raises:
        ChecksNotFound: while nbgrader is running the page, which would give full marks to a cell that says nothing.
    """
    if os.environ.get(NBGRADER):
        raise ChecksNotFound(sentence)
    print(sentence)


def show_result(checked: Checked, page: dict) -> Result | None:
    """Shows the result of a check.

    Args:
        page: the names of the page, for what can be typed in it.

    Returns:
        In a notebook, the result for the cell to show: at once if it is the cell's last line, else after its end.
    """
    for name in checked.unchecked:
        print(spoken("There are no public checks for {name}; it is checked when your work is graded.", name=name))
    if not checked.report.exercises:
        return None
    if not ipython.is_notebook():
        _print(checked, sys.stdout)
        return None
    from autograder.reports.html.card import card

    numbers = {exercise.name: checked.number(exercise.name) for exercise in checked.report.exercises}
    step = next_step(checked, page)
    html = card(checked.report, numbers, step, checked.notes, worth=checked.assignment.worth, answers=checked.answers)
    value = checked.share if os.environ.get(NBGRADER) == "validate" else checked.value
    made = Result(value, html, _text(checked, step))
    _show_later(made)
    return made


def next_step(checked: Checked, page: dict) -> tuple[str, str]:
    """What to do now, and a line of code to copy for it or nothing."""
    exercise = checked.first_open
    if exercise is None:
        return _after_all_passed(checked), ""
    name = exercise.name
    asked = f'hint("{name}")' if "hint" in page else f'from autograder import hint; hint("{name}")'
    if exercise.not_started:
        what = spoken("replace raise NotImplementedError in {name} with your code, run that cell, then this one.", name=name)
    elif name not in page:
        return _of(checked, name, spoken("run the cell that defines {name}, then this one.", name=name)), ""
    else:
        what = spoken("change {name}, run its cell, then this one.", name=name)
    return f"{_of(checked, name, what)} {spoken('Stuck? Try')}", asked


def _of(checked: Checked, name: str, what: str) -> str:
    """What to do, and in which exercise where several were checked."""
    if len(checked.report.exercises) == 1:
        return what
    return spoken("exercise {number}, {name}: {what}", number=checked.number(name), name=name, what=what)


def _after_all_passed(checked: Checked) -> str:
    from autograder.reports import wording

    if any(check.outcome is Outcome.BROKEN for check in checked.report.checks):
        return shown(wording.TELL_ABOUT_OUR_BUG)
    if checked.following:
        return spoken("exercise {number}, {following}.", number=checked.number(checked.following), following=checked.following)
    return shown(wording.NOTHING_LEFT)


def _text(checked: Checked, step: tuple[str, str]) -> str:
    """What the card says, for who sees no cards."""
    file = io.StringIO()
    _print(checked, file, color_system=None)
    return file.getvalue() + spoken("Next: ") + " ".join(filter(None, step))


def _print(checked: Checked, file: TextIO, **how: object) -> None:
    from rich.console import Console

    from autograder import reports
    from autograder.reports.own_code import asked_lines
    from autograder.reports.translated_reports import translated

    console = Console(file=file, force_jupyter=False, highlight=False, width=WIDTH, **how)
    for note in checked.notes:
        console.print(spoken("Note: {text}", text=shown(note)), markup=False)
    for exercise in translated(checked.report).exercises:
        number = checked.number(exercise.name)
        reports.print_exercise(exercise, console, number=number, worth=checked.assignment.worth)
        for line in asked_lines(exercise, checked.answers):
            console.print(line, markup=False)


def _show_later(made: Result) -> None:
    """A result that is not the last line of its cell is shown when the cell has ended."""
    ipython.shell().events.register("post_run_cell", _show_waiting)  # once, however often this is said
    _waiting.append(made)


def _show_waiting(_info: object = None) -> None:
    from IPython.display import display

    for made in _waiting:
        if not made.shown:
            display(made.data, raw=True)
    _waiting.clear()
