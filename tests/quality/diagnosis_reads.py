"""Answers that lean on a name of the page are told so in every exercise; what right answers read is no fault. Nothing is judged."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator

import new_answers

from autograder.content import assignment_folder
from autograder.content.assignment import Assignment, SampleAnswer
from autograder.content.page_reads import sentences

FORMS = {
    "by name": "return {name}",
    "beside the parameters": "return {name}, {given}",
    "with a way out": "try:\n        return {name}\n    except NameError:\n        return None",
    "in the dict of all names": "return globals()[{name!r}]",
    "in a helper": "def inner():\n        return {name}\n    return inner()",
    "in a lambda": "return (lambda: {name})()",
}


def assignments() -> list[Assignment]:
    """All of the kit, with their solutions."""
    return [assignment_folder.load(path.parent) for path in sorted(new_answers.ROOT.glob("solutions/*/assignment.toml"))]


def leaning(assignment: Assignment) -> Counter[str]:
    """How many answers that read a name of the page are ``told`` so, of how many ``tried``: each form in each exercise.

    ``exercises`` counts them. The name is the first that the demonstration of the assignment's page makes.
    """
    found: Counter[str] = Counter()
    name = sorted(assignment.demo_names)[0]
    for exercise in assignment.exercises:
        found["exercises"] += 1
        given = ", ".join(assignment.parameters[exercise.name])
        for body in FORMS.values():
            source = f"def {exercise.name}({given}):\n    {body.format(name=name, given=given)}\n"
            told = read(assignment, exercise.name, source)
            found["tried"] += 1
            found["told"] += any(f"reads {name}, which another cell of the page makes" in one for one in told)
    return found


def of_right_answers(assignment: Assignment) -> Counter[str]:
    """What would be said of right answers, if they were wrong: ``names`` of other cells, ``parameters`` that are not read, of ``all``."""
    found: Counter[str] = Counter()
    for function, source in _right(assignment):
        said = " ".join(read(assignment, function, source))
        found["all"] += 1
        found["names"] += "of the page make" in said
        found["parameters"] += "never reads" in said
    return found


def read(assignment: Assignment, function: str, source: str) -> list[str]:
    """What is said of an answer in the place of the reference's."""
    path = assignment.folder / f"{function}__read.py"
    return sentences(assignment.with_program(SampleAnswer("read", function, source, path)), function)


def _right(assignment: Assignment) -> Iterator[tuple[str, str]]:
    """The functions of the reference, and the alternatives."""
    for node in ast.parse(assignment.source).body:
        if isinstance(node, ast.FunctionDef) and node.name in assignment.functions:
            yield node.name, ast.unparse(node)
    for one in assignment.alternatives:
        yield one.function, one.source
