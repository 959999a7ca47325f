"""``check("normalize")`` and ``hint("normalize")`` in a student's own notebook or script.

The same checks and the same words as everywhere else, but in the student's process: advice, not a mark. A notebook
shows the result as a card, everything else as text.
"""

from __future__ import annotations

import sys
from collections import Counter

from autograder.assignment import AssignmentBroken, AssignmentNotFound
from autograder.learner import hints
from autograder.live import show, stale
from autograder.live.page import find, run
from autograder.live.result import Result

_asked: Counter[tuple[str, str]] = Counter()  # (assignment, exercise) -> hints shown so far

stale.watch()


def check(*names: str) -> Result | None:
    """Checks functions of the running page and shows what is right, what is wrong and why.

    Args:
        names: of exercises; all of them if none is given.

    Returns:
        In a notebook, what its cell shows: a card, and for nbgrader the points as a number. Elsewhere None: the
        result has been printed.

    Example (in a page):
        check("normalize")
    """
    page = sys.modules["__main__"].__dict__
    try:
        result = run(page, names)
    except (AssignmentNotFound, AssignmentBroken) as error:
        return show.problem(str(error))
    return show.result(result, page)


def hint(name: str = "") -> None:
    """Prints one more hint for an exercise at each call, mildest first.

    Example (in a page):
        hint("normalize")
    """
    page = sys.modules["__main__"].__dict__
    try:
        assignment = find(page)
        if not name:
            print(f'Say which exercise: hint("{assignment.exercises[0].name}"), for example.')
            return
        exercise = assignment.exercise(name)
    except (AssignmentNotFound, AssignmentBroken) as error:
        print(error)
        return
    _asked[assignment.name, name] += 1
    print(hints.nth(name, exercise.hints, _asked[assignment.name, name]))


__all__ = ["check", "hint"]
