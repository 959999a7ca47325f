"""Questions about a student's own function, after it has passed: made from two runs of it, and asked only where both agree.

The second run is in another process, with other random numbers; and that process hashes texts in another way, unless it would have
to load Keras once more. The inputs are those of
``expectations.small_inputs``, never one of a check. Which questions are chosen follows from the function's text alone, so the same
page gets the same questions.
"""

from __future__ import annotations

import functools
import hashlib
import logging
import random
import time
from collections.abc import Callable, Collection, Iterable
from typing import Any

from autograder.content.described_calls import described_calls
from autograder.content.submission import Submission
from autograder.content.submission_part import SubmissionPart
from autograder.content.telling_table import rows_of
from autograder.core import libraries
from autograder.core.own_code_question import OwnCodeQuestion
from autograder.expectations.shown_values import written_arguments
from autograder.expectations.small_inputs import TellingInputs
from autograder.judging.own_code_questions import CallQuestions, of_network
from autograder.judging.own_code_runs import Arguments, MarkedRun, call_text, can_be_sent, watched
from autograder.judging.own_code_text import FunctionText, function_text
from autograder.judging.own_network import most_mistaken
from autograder.judging.session import Session
from autograder.sandbox.launcher import Starters

log = logging.getLogger("autograder")

COUNT = 3  # questions that are asked
CALLS = 4  # that are tried
MOST_LEFT_OUT = 6  # statements that are left out, one at a time
SEEDS = (1001, 70_007)  # of the two runs
OTHER_HASHES = "4242"  # how the second run's process hashes texts
SECONDS = 30.0  # for each run, with the start of its process
Page = Submission | SubmissionPart
MakeSession = Callable[[Page, Starters], Session]


class OwnCodeAsker:
    """Makes the questions about one page's functions after the other.

    Args:
        starters: of the first run's processes.
        make: makes a session.
    """

    def __init__(self, starters: Starters, make: MakeSession) -> None:
        self.starters = starters
        self.make = make

    @functools.cached_property
    def others(self) -> Starters:
        """Those of the second run's processes, made when there is something to ask."""
        first = self.starters
        return Starters(first.spawn, first.highest_level, first.backend, OTHER_HASHES)

    def all_questions(self, page: Page, function: str, inputs: TellingInputs | None, hidden: Collection[str] = ()) -> list[OwnCodeQuestion]:
        """Every question that both runs answer in the same way.

        Args:
            inputs: from which the calls are made; without them the calls are those of the examples in the function's description.
            hidden: inputs of hidden checks, as text; none of them is used.
        """
        piece = page.find(function)
        if piece is None or piece.is_stub:
            return []
        text = function_text(piece, function)
        if text is None:
            return []
        first = self._run(page, self.starters, SEEDS[0])
        try:
            calls = _calls(first, function, inputs, hidden)
            found = _questions(first, function, text, piece.label, calls) if calls else {}
        finally:
            first.close()
        if not found:
            return []
        loads_long = libraries.heavy((*first.assignment.exercise(function).libraries, *piece.imports))
        second = self._run(page, self.starters if loads_long else self.others, SEEDS[1])
        try:
            again = _questions(second, function, text, piece.label, calls)
        finally:
            second.close()
        return [one for key, one in found.items() if again.get(key) == one]

    def questions(self, page: Page, function: str, inputs: TellingInputs | None, hidden: Collection[str] = ()) -> tuple[OwnCodeQuestion, ...]:
        """A few of them, of different kinds if possible. A bug in the kit leaves the page without questions."""
        try:
            found = self.all_questions(page, function, inputs, hidden)
        except Exception:  # no reason to lose a mark
            log.exception("No questions about %s", function)
            return ()
        piece = page.find(function)
        return chosen(found, [cell["source"] for cell in piece.cells] if piece else [])

    def _run(self, page: Page, starters: Starters, seed: int) -> Session:
        session = self.make(page, starters)
        session.seed, session.of_checks, session.deadline = seed, False, time.monotonic() + SECONDS
        return session

    def close(self) -> None:
        if "others" in vars(self):
            self.others.close()


def chosen(found: list[OwnCodeQuestion], sources: Iterable[str], count: int = COUNT) -> tuple[OwnCodeQuestion, ...]:
    """A few questions: the kinds in turn, and no line twice as long as there are others.

    Args:
        sources: the code that they are about; it decides which are chosen.
    """
    chance = random.Random(hashlib.sha256("\0".join(sources).encode("utf-8", "replace")).hexdigest())
    left = chance.sample(found, len(found))
    picked: list[OwnCodeQuestion] = []
    while left and len(picked) < count:
        kinds, lines = [one.kind for one in picked], [one.line for one in picked]
        left.sort(key=lambda one: (kinds.count(one.kind), lines.count(one.line)))
        picked.append(left.pop(0))
    return tuple(picked)


def _calls(session: Session, function: str, inputs: TellingInputs | None, hidden: Collection[str]) -> list[Arguments]:
    """Calls to ask about: of middle size, because the smallest inputs say little and large ones cannot be followed."""
    if not session.assignment.parameters[function]:
        return [()]
    if inputs is None:
        arguments = described_calls(session.assignment, function)
    else:
        examples = inputs.simple() if inputs.right_value is not None else [inputs.known(*row) for row in rows_of(session.assignment, function)]
        arguments = [one.arguments for one in examples if one.shown not in hidden and one.numbers]
    fitting = [one for one in arguments if can_be_sent(one) and call_text(function, one) and written_arguments(one) not in hidden]
    middle = fitting[len(fitting) // 4 :]
    return middle[:: max(1, len(middle) // CALLS)][:CALLS]


def _questions(session: Session, function: str, text: FunctionText, label: str, calls: list[Arguments]) -> dict[tuple[Any, ...], OwnCodeQuestion]:
    """Questions by what tells them apart."""
    found: list[OwnCodeQuestion] = []
    runs = watched(session, function, calls)
    for arguments, run in zip(calls, runs, strict=True):
        if run is not None:
            found += CallQuestions(call_text(function, arguments), text, label).of(run)
            if run.returned[0] == "network":
                found += [*of_network(call_text(function, arguments), run), *most_mistaken(session, function, arguments)]
    found += _left_out(session, function, text, label, calls, runs)
    return {(one.kind, one.text, one.line): one for one in found}


def _left_out(
    session: Session, function: str, text: FunctionText, label: str, calls: list[Arguments], runs: list[MarkedRun | None]
) -> Iterable[OwnCodeQuestion]:
    """Questions about a statement that is left out, of one call each."""
    if not calls[0] or not text.steady or not text.ordered or None in runs:
        return
    lines = [line for line in text.statements if text.can_be_left_out(line)]
    for place, line in enumerate(lines[:MOST_LEFT_OUT]):
        arguments, run = calls[place % len(calls)], runs[place % len(calls)]
        (without,) = watched(session, function, [arguments], line)
        if without is not None and run is not None:
            yield from CallQuestions(call_text(function, arguments), text, label).left_out(line, run, without)
