"""``check("normalize")`` and ``hint("normalize")`` in a student's own notebook or script.

The same judge, checks, limits and words as in a terminal: where the hidden checks are available, they are run here, too. A
notebook shows the result as a card, everything else as text.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable

from autograder.content import page_language
from autograder.content.assignment import AssignmentBroken, AssignmentNotFound
from autograder.core import figure_fonts
from autograder.core.languages import choice, shown, spoken, what_it_says
from autograder.core.languages.messages import ENGLISH
from autograder.learning import hints
from autograder.learning.kernel import display, page_source, stale_cells
from autograder.learning.kernel.check_page import NotChecked, find, meant, place_of, run, texts_of
from autograder.learning.kernel.result import Result

_asked: Counter[tuple[str, str]] = Counter()  # (assignment, exercise) -> hints shown so far

stale_cells.record_run_times()
page_source.record_failed_cells()


def check(*exercises: object, questions: bool = False, answers: Iterable[object] = ()) -> Result | None:
    """Checks functions of the running page and shows what is right, what is wrong and why.

    The functions run in their own processes, with the terminal's limits on time and memory: what was run in the
    notebook is sent there as text, and nothing that they do reaches this kernel. So a loop without an end ends after the
    same seconds and with the same words as in a terminal, and one interrupt ends the whole check.

    Args:
        exercises: their names, their numbers on the page, or the functions themselves; all exercises if none is given.
        questions: also ask about the functions that pass. answers: to the questions about one function, in their order.

    Returns:
        In a notebook, what its cell shows: a card, and for nbgrader the points as a number. Elsewhere None: the
        result has been printed.

    Example (in a page):
        check("normalize")
        check(normalize)
        check(6)
        check("normalize", questions=True)
        check("normalize", answers=[3, (2, 2), "True"])
    """
    page = sys.modules["__main__"].__dict__
    _speak(page)
    try:
        texts, exercises = texts_of(exercises, page)
        for sentence in texts:
            print(sentence)
        if texts and not exercises:
            return None
        result = run(page, exercises, questions, tuple(map(str, [answers] if isinstance(answers, str) else answers)))
    except NotChecked as error:
        return display.show_problem(shown(what_it_says(error)))
    except KeyboardInterrupt:
        return display.show_problem(spoken("The check was interrupted, so it has no result. You can run it again."))
    return display.show_result(result, page)


def hint(exercise: object = "") -> None:
    """Prints one more hint for an exercise at each call, mildest first.

    Args:
        exercise: its name, its number on the page, or the function itself.

    Example (in a page):
        hint("normalize")
    """
    page = sys.modules["__main__"].__dict__
    _speak(page)
    try:
        assignment = find(page)
        if isinstance(exercise, str) and not exercise:
            print(spoken("Name an exercise: hint(\"{name}\"), for example.", name=assignment.exercises[0].name))
            return
        texts = [text for text in assignment.texts if exercise == text.name]
        one = texts[0] if texts else meant(exercise, assignment, page)
    except (AssignmentNotFound, AssignmentBroken) as error:
        print(shown(what_it_says(error)))
        return
    _asked[assignment.name, one.name] += 1
    print(hints.nth(one.name, hints.in_the_readers_words(assignment.name, one.name, one.hints), _asked[assignment.name, one.name]))


def _speak(page: dict) -> None:
    """In the language that the reader has chosen, or else in that of the page's file. Figures get the letters of both."""
    of_page = page_language.of_file(place_of(page))
    choice.speak(of_page=of_page)
    if of_page or choice.reading() != ENGLISH:
        figure_fonts.use()


_speak(sys.modules["__main__"].__dict__)  # a page loads data, and may draw, before its first check

__all__ = ["check", "hint"]
