"""The reference, for who has passed the exercise, or asks twice."""

from __future__ import annotations

import argparse
import ast

from autograder import page
from autograder.assignment import Assignment
from autograder.cli.errors import DONE, TO_FIX, Wrong
from autograder.cli.meant import one_exercise
from autograder.cli.options import exercise_words
from autograder.cli.show import remembered, say, typed
from autograder.progress import Progress


def add(commands) -> argparse.ArgumentParser:
    parser = commands.add_parser("solution", help="the reference, once you passed the exercise or ask twice")
    return exercise_words(parser)


def run(options: argparse.Namespace) -> int:
    path, exercise, assignment = one_exercise(options.words, options.assignment, "solution")
    if assignment.public:
        raise Wrong(no_solutions(exercise.name))
    progress = Progress(path.parent, assignment.name)
    standing = progress.of(exercise.name)
    if not standing.solved:
        standing = progress.change(exercise.name, asked=standing.asked + 1)
    remembered(progress)
    if not (standing.solved or standing.asked > 1 or progress.problem):
        say(ask_again(exercise.name))
        say(f"\nNext:   {typed('hint', options.words)}, or once more   {typed('solution', options.words)}")
        return TO_FIX
    say(f"One way to write {exercise.name}; any other that passes is as right:\n")
    say(answer(assignment, exercise.name))
    then = "autograder list" if standing.solved else f"{typed('check', options.words)}"
    say(f"\nNext: compare it with yours{'' if standing.solved else ', write your own'}, then   {then}")
    return DONE


def ask_again(function: str) -> str:
    return (
        f"You have not passed {function} yet, and a hint may be all you need. The solution is shown if you ask again."
    )


def no_solutions(function: str) -> str:
    return (
        "The solutions are not here: whoever runs the course keeps them, or they are in a clone of the kit. "
        f"There are hints:   autograder hint {function}"
    )


def answer(assignment: Assignment, function: str) -> str:
    """The reference's function, without its description and the markers."""
    text = assignment.source
    node = next(one for one in page.tree(text).body if getattr(one, "name", "") == function)
    first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
    described = node.body[0] if ast.get_docstring(node, clean=False) is not None else None
    left_out = range(described.lineno, described.end_lineno + 1) if described else range(0)
    lines = text.splitlines()
    kept = [lines[number - 1] for number in range(first, node.end_lineno + 1) if number not in left_out]
    return "\n".join(line for line in kept if line.strip() not in (page.BEGIN, page.END))
