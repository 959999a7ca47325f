"""What a learner asks for when stuck: one more hint each time, and the solution. How often is remembered."""

from __future__ import annotations

import ast

from autograder.content.assignment import Assignment, Exercise
from autograder.content.code_cells import tree
from autograder.content.solution_markers import BEGIN, END
from autograder.content.text_questions import TextQuestion
from autograder.core.languages import spoken
from autograder.learning import hints
from autograder.learning.progress import Progress

ASKS = 2  # how often to ask for the solution of an exercise that is not passed yet


def next_hint(exercise: Exercise | TextQuestion, progress: Progress, assignment: str = "") -> tuple[str, bool]:
    """The next hint, and whether it was the last.

    Args:
        assignment: its name, for the catalogue of its texts.
    """
    number = progress.of(exercise.name).hints + 1
    progress.change(exercise.name, hints=min(number, len(exercise.hints)))
    if progress.forgets and exercise.hints:  # it would be the first one for ever
        all_hints = hints.in_the_readers_words(assignment, exercise.name, exercise.hints)
        return "\n".join(spoken("Hint {place}: {text}", place=place, text=text) for place, text in enumerate(all_hints, 1)), True
    return hints.nth(exercise.name, hints.in_the_readers_words(assignment, exercise.name, exercise.hints), number), number >= len(exercise.hints)


def solution(assignment: Assignment, exercise: Exercise | TextQuestion, progress: Progress) -> tuple[str, bool]:
    """The reference's function, and True; or the reason why it is not shown, and False.

    It is shown once the exercise was passed, or to who asks twice; where asking cannot be remembered, at once.
    """
    name = exercise.name
    if isinstance(exercise, TextQuestion):
        return _sample(exercise), bool(exercise.sample)
    if assignment.public:
        return spoken("The solution of {name} is not available here; your instructor has it. Use the hints instead.", name=name), False
    standing = progress.of(name)
    if not standing.solved:
        standing = progress.change(name, asked=standing.asked + 1)
        if standing.asked < ASKS and not progress.forgets:
            return spoken("You have not passed {name} yet, and a hint may be all you need. Ask again to see the solution.", name=name), False
    said = spoken("One way to write {name}; any other that passes is just as right:", name=name)
    return f"{said}\n\n{_answer(assignment, name)}", True


def _sample(text: TextQuestion) -> str:
    if not text.sample:
        return spoken("There is no sample answer for {name} here. A person reads what you write; use the hints.", name=text.name)
    return spoken("One way to answer {name}; a person reads yours:", name=text.name) + f"\n\n{text.sample}"


def _answer(assignment: Assignment, function: str) -> str:
    """The reference's function, without its description and the markers."""
    node = next(one for one in tree(assignment.source).body if getattr(one, "name", "") == function)
    first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
    described = node.body[0] if ast.get_docstring(node, clean=False) is not None else None
    left_out = range(described.lineno, described.end_lineno + 1) if described else range(0)
    lines = assignment.source.splitlines()
    kept = [lines[number - 1] for number in range(first, node.end_lineno + 1) if number not in left_out]
    return "\n".join(line for line in kept if line.strip() not in (BEGIN, END))
