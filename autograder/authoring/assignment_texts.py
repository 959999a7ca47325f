"""The texts of an assignment that a translation translates: each with an id, so that an English word may be corrected without
losing its translation, and with what it says in English.

These are the ids, as contexts (``msgctxt``) of a gettext catalogue:

- ``assignment:title``
- ``exercise:<function>:title``: what the function returns or does
- ``title:<file>::<check>``: of a check, the sentence that people see
- ``mistake:<function>__<name>``: the lesson of a mistake
- ``hint:<function>:<number>``: from 1, of an exercise or of a text that a person marks
- ``text:<name>:title`` and ``text:<name>:question``
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from autograder.content.assignment import Assignment, Exercise
from autograder.content.check_marks import is_check


@dataclass(frozen=True)
class AssignmentText:
    """One text.

    Attributes:
        context: its id. english: what it says.
        place: the file that it is from, relative to the assignment's folder.
    """

    context: str
    english: str
    place: str


def assignment_texts(assignment: Assignment) -> list[AssignmentText]:
    """All texts of an assignment beside its page, in the order of its exercises.

    Args:
        assignment: in either form; of the students' form there are the public checks' titles and no lessons.

    Example:
        ``[AssignmentText("assignment:title", "Counting: a first program", "assignment.toml"), …]``
    """
    found = [AssignmentText("assignment:title", assignment.title, "assignment.toml")]
    for exercise in assignment.exercises:
        found += _of_exercise(assignment, exercise)
    for text in assignment.texts:
        settings = [("title", text.title), ("question", text.question)]
        found += [AssignmentText(f"text:{text.name}:{key}", said, "assignment.toml") for key, said in settings]
        found += _hints(text.name, text.hints)
    return [text for text in found if text.english]


def _of_exercise(assignment: Assignment, exercise: Exercise) -> Iterator[AssignmentText]:
    place = f"checks/{exercise.checks.name}"
    yield AssignmentText(f"exercise:{exercise.name}:title", exercise.title, place)
    yield from _hints(exercise.name, exercise.hints)
    nodes = ast.parse(exercise.checks.read_bytes()).body if exercise.checks.is_file() else []
    for node in nodes:
        if is_check(node):
            title = (ast.get_docstring(node) or "").strip().partition("\n")[0]
            yield AssignmentText(f"title:{exercise.checks.stem}::{node.name}", title, place)
    for mistake in assignment.mistakes:
        if mistake.function == exercise.name:
            yield AssignmentText(f"mistake:{mistake.path.stem}", mistake.text, f"mistakes/{mistake.path.name}")


def _hints(name: str, hints: tuple[str, ...]) -> Iterator[AssignmentText]:
    for number, hint in enumerate(hints, 1):
        yield AssignmentText(f"hint:{name}:{number}", hint, "assignment.toml")
