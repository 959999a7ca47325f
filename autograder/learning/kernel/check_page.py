"""A running page is checked: which assignment it belongs to, which exercises are meant, and what the judge says."""

from __future__ import annotations

import contextlib
import functools
from pathlib import Path
from types import CodeType

from autograder.content import assignment_folder, assignment_search
from autograder.content.assignment import Assignment, AssignmentBroken, AssignmentNotFound, Exercise
from autograder.core.languages import message, spoken, what_it_says
from autograder.core.written_answer import WrittenAnswer
from autograder.learning.kernel import ipython, stale_cells
from autograder.learning.kernel.judge_handle import JudgeLost, JudgeProcess
from autograder.learning.kernel.page_source import NAME, NoText, executed
from autograder.learning.kernel.result import Checked
from autograder.reports import own_code, wording

_judge = JudgeProcess()


class NotChecked(LookupError):
    """Nothing could be checked. The text says why, and what to do."""


def run(page: dict, asked: tuple[object, ...], questions: bool = False, answers: tuple[str, ...] = ()) -> Checked:
    """The checks of some exercises, or of all: the hidden ones too, where the terminal would find them.

    The judge is the terminal's, in its own process (see ``judge_main`` for the reasons); this process only waits.

    Args:
        page: the names of the running page.
        asked: what stands for exercises: names, numbers on the page, or the functions themselves.
        questions: also ask about the functions that pass. answers: to the questions about one function, as typed.

    Raises:
        NotChecked: no checks for this page, no such exercise, or nothing was run yet.
        KeyboardInterrupt: the check was interrupted, all of it.
    """
    try:
        assignment = find(page)
        wanted = tuple(dict.fromkeys(meant(one, assignment, page).name for one in asked))
        if not assignment.functions & page.keys():
            named = spoken("the cell that defines {wanted}", wanted=wanted[0]) if len(wanted) == 1 else spoken("the cells that define your functions")
            raise NotChecked(spoken("No function has been run yet. Run {named}, then this one.", named=named))
        if answers and len(wanted) != 1:
            raise NotChecked(spoken("Name the one function that your answers are about: check(\"{name}\", answers=[…]).", name=assignment.exercises[0].name))
        report = _judge.ask({**_request(assignment, wanted, page), "questions": questions or bool(answers)})
    except (AssignmentBroken, AssignmentNotFound, NoText, JudgeLost) as error:
        raise NotChecked(what_it_says(error)) from error
    if isinstance(report, str):
        raise NotChecked(report)
    asked_in_vain = (questions or answers) and not any(exercise.questions for exercise in report.exercises)
    notes = [own_code.nothing_to_ask(report)] if asked_in_vain and report.exercises else []
    notes += [stale_cells.stale_note(page, exercise.name) for exercise in report.exercises]
    return Checked(report, assignment, wanted, tuple(note for note in notes if note), answers)


def find(page: dict) -> Assignment:
    """The assignment of the running page, as a command finds it for a file: with the hidden checks, if they are available.

    Where the file names another one than the page's functions do, these decide, and their parameters.

    Raises:
        AssignmentNotFound: none.
    """
    near = place_of(page)
    folders = tuple(assignment_search.all_near(near))
    found, beside = [], None
    for name in ("", *map(assignment_folder.name_of, folders)):
        with contextlib.suppress(AssignmentNotFound):
            found.append(_at_hand(name, near, tuple(map(_stamp, folders))))
            beside = beside if name else found[0]
    if found:
        # of equal ones that of the file, and else one that does not come after another
        return max(found, key=lambda one: (*_fit(one, page), one is beside, not one.after))
    raise AssignmentNotFound(
        message("There are no checks for this page. They are in a folder named checks beside the page: start Jupyter there.")
    )


def place_of(page: dict) -> Path:
    """The file of the running page; where none is known, one that could be there."""
    return Path(page.get("__file__") or ipython.notebook_file(page) or Path.cwd() / "page.py")


def _fit(assignment: Assignment, page: dict) -> tuple[int, int]:
    """How well an assignment fits a page: how many of its functions are there with the same parameters, and how many in all.

    Two assignments may have a function of one name.
    """
    there = assignment.functions & page.keys()
    return sum(_parameters(page[name]) == assignment.parameters[name] for name in there), len(there)


def _parameters(function: object) -> list[str] | None:
    """The parameters of a function that is written in Python; None for anything else."""
    code = getattr(function, "__code__", None)
    return list(code.co_varnames[: code.co_argcount]) if isinstance(code, CodeType) else None


@functools.lru_cache(8)
def _at_hand(name: str, near: Path, _stamps: tuple) -> Assignment:
    """``assignment_search.find``, which reads all files of an assignment; again only if one of them has changed."""
    return assignment_search.find(name, near)


def _stamp(folder: Path) -> tuple:
    files = sorted([*folder.glob("*.*"), *folder.glob("checks/*.*")])
    return tuple((str(file), file.stat().st_mtime_ns, file.stat().st_size) for file in files if file.is_file())


def texts_of(asked: tuple[object, ...], page: dict) -> tuple[list[str], tuple[object, ...]]:
    """What is to be said of the texts among what is asked for, and the rest of it.

    Raises:
        NotChecked: there are no checks for this page.
    """
    if not any(isinstance(one, str) for one in asked):
        return [], asked
    try:
        assignment = find(page)
    except (AssignmentBroken, AssignmentNotFound) as error:
        raise NotChecked(what_it_says(error)) from error
    said = [(one, written(one, assignment, page)) for one in asked]
    return [sentence for _, sentence in said if sentence], tuple(one for one, sentence in said if not sentence)


def written(one: object, assignment: Assignment, page: dict) -> str:
    """The state of a text that a person marks, in a sentence; empty if something else is meant.

    Args:
        one: its name, or the text itself.
    """
    for text in assignment.texts:
        value = page.get(text.name)
        if one == text.name or (one is value and isinstance(one, str) and bool(one)):
            if text.name not in page:
                return spoken("{name}: run the cell that holds your text, then this one.", name=text.name)
            answer = "" if not isinstance(value, str) or text.is_unwritten(value) else value
            state = WrittenAnswer(text.name, text.title, text.question, answer, text.points)
            return f"{text.name}: {wording.text_standing(state)}."
    return ""


def meant(one: object, assignment: Assignment, page: dict) -> Exercise:
    """The exercise that a name, a number or a function of the page stands for.

    Raises:
        AssignmentNotFound: none; the text suggests a near one, or how to ask.
    """
    if isinstance(one, str) or type(one) is int:
        return assignment.exercise(str(one))
    for exercise in assignment.exercises:
        if page.get(exercise.name) is one:
            return exercise
    name = getattr(one, "__name__", "")
    if callable(one) and isinstance(name, str) and name:
        return assignment.exercise(name)
    example = assignment.exercises[0].name
    raise AssignmentNotFound(
        message(
            'Name the exercise, for example check("{example}"), or give its number: check(1). The value in the parentheses is of type {kind}.',
            example=example, kind=type(one).__name__,
        )
    )


def _request(assignment: Assignment, wanted: tuple[str, ...], page: dict) -> dict:
    text = executed(page)
    names = [exercise.name for exercise in assignment.exercises]
    after = max((names.index(name) for name in wanted), default=len(names)) + 1
    return {
        "folder": str(assignment.folder),
        "stamp": repr(_stamp(assignment.folder)),
        "public_only": assignment.public,
        "exercises": wanted,
        "following": names[after : after + 1],
        "file": str(text.file) if text.file else "",
        "cells": text.cells,
        "name": NAME,
    }
