"""The smallest input on which a student's function and the right one part: found after all checks of an exercise, for a message.

No mark depends on it. The calls are made in another worker, which no check has used: what the function keeps from
one call to the next cannot reach a check, and what it has seen in a hidden check cannot get into a message. The exercises of a page
share that worker, one after the other, and each runs its definitions there again (``SearchSession``). The search ends after
``SECONDS`` or ``MOST_CALLS``, and a page has ``OF_A_PAGE`` for all of its searches, so that one on which everything is wrong does not
take much longer than its checks do. A function that is too slow, hangs or ends its process leaves the message as it is.
"""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType

from autograder.content.submission import Submission
from autograder.content.submission_part import SubmissionPart
from autograder.content.telling_table import rows_of
from autograder.core import libraries
from autograder.expectations.answer import Answer, CallLost, Failure, NotStarted, NotThere, StudentError
from autograder.expectations.small_inputs import Example, TellingInputs
from autograder.judging.session import Session

log = logging.getLogger("autograder")

SECONDS = 0.3  # for the function's calls and this process's work; that the machine is busy is not counted, up to LONGEST
LONGEST = 5 * SECONDS  # by the clock
OF_A_PAGE = 4 * SECONDS  # a usual page has one to three mistakes, and most searches end sooner
START = 2.0  # seconds for a worker to start and to run the definitions, which have run before
MOST_CALLS = 260
FIRST_ROW, LONGEST_ROW = 2, 16  # calls that are asked for together
SPARE = 4  # calls that must still fit in, to make sure of what was found
UNANSWERED = (CallLost, Failure, NotStarted, NotThere, StudentError)


@dataclass(frozen=True)
class Telling:
    """What was found.

    Attributes:
        text: the call, what it gave, what was expected; empty if nothing was found.
        numbers: that the input shows; calls: that were made; seconds: that all of it took, with the start of the worker.
    """

    text: str = ""
    numbers: int = 0
    calls: int = 0
    seconds: float = 0.0


class SearchSession:
    """The session in which the inputs of a page's exercises are searched. Use as a context manager, which ends its worker.

    A worker costs more to start than most searches. No check's input gets into this one, so the functions of one page may share it
    as long as they need the same libraries.

    Args:
        make: makes a session for the page.

    Attributes:
        left: seconds that the page has for its searches.
    """

    def __init__(self, make: Callable[[], Session]) -> None:
        self.make = make
        self.session: Session | None = None
        self.left = OF_A_PAGE
        self.modules: tuple[str, ...] = ()

    def get(self, function: str) -> Session:
        """A session in which no definition counts as run."""
        session = self.session or self.make()
        piece = session.submission.find(function)
        modules = libraries.with_heavy(session.assignment.exercise(function).libraries, piece.imports if piece else ())
        if modules != self.modules:
            session.close()
        self.session, self.modules = session, modules
        session.process.forget()
        session.answers.clear()
        session.seed, session.of_checks = 0, False
        return session

    def __enter__(self) -> SearchSession:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.session is not None:
            self.session.close()


class SearchSessions:
    """Gives all exercises of a submission that are judged together one ``SearchSession``.

    Args:
        make: makes a session for a submission.

    Attributes:
        now: that of the submission that is judged now; None between two.
    """

    def __init__(self, make: Callable[[Submission | SubmissionPart], Session]) -> None:
        self.make = make
        self.now: SearchSession | None = None

    @contextlib.contextmanager
    def of(self, submission: Submission | SubmissionPart) -> Iterator[None]:
        """Until its end this submission is judged. Inside of itself it changes nothing."""
        if self.now is not None:
            yield
            return
        with SearchSession(lambda: self.make(submission)) as self.now:
            try:
                yield
            finally:
                self.now = None


def telling_input(inputs: TellingInputs, function: str, searched: SearchSession, hidden: Collection[str] = ()) -> Telling:
    """The smallest input that is found on which a function is wrong.

    Args:
        searched: of the page. Its session is closed where the function gave no answer.
        hidden: inputs of hidden checks, as text; none of them is tried.
    """
    seconds = min(SECONDS, searched.left)
    if seconds <= 0:
        return Telling()
    session = searched.get(function)
    session.deadline = time.monotonic() + START
    started = time.monotonic()
    search = _InputSearch(inputs, function, session, seconds, hidden)
    try:
        simple = search.simple()
        session.connection(function).begin()
        session.deadline = time.monotonic() + LONGEST
        text, numbers = search.found(simple)
        searched.left -= seconds - max(search.left, 0.0)
    except UNANSWERED:
        session.close()
        text, numbers = "", 0
        searched.left -= seconds  # a function that hangs takes all of it
    except Exception:  # ours, and no reason to lose a mark
        session.close()
        log.exception("No telling input for %s", function)
        text, numbers = "", 0
    return Telling(text, numbers, search.calls, time.monotonic() - started)


class _InputSearch:
    def __init__(self, inputs: TellingInputs, function: str, session: Session, seconds: float, hidden: Collection[str]) -> None:
        self.inputs = inputs
        self.function = function
        self.session = session
        self.parameters = session.assignment.parameters[function]
        self.calls = 0
        self.each, self.seconds, self.left = 0.0, seconds, seconds  # that a call needs, that there are, and that are left
        self.started = time.thread_time()
        self.before = self._spent()
        self.length = FIRST_ROW
        self.seen: set[str] = set(hidden)

    def found(self, simple: list[Example]) -> tuple[str, int]:
        """What to say, and how many numbers the input shows; nothing and 0 where no input is found."""
        self.started, self.before = time.thread_time(), self._spent()
        first = self._first_wrong(simple)
        if first is None:
            return "", 0
        best, text = self._simpler(*first) if self.inputs.right_value is not None else first
        return (text, best.numbers) if self._is_sure(best, text) else ("", 0)

    def simple(self) -> list[Example]:
        """Inputs to begin with, the simplest first."""
        if self.inputs.right_value is not None:
            return self.inputs.simple()
        return [self.inputs.known(*row) for row in rows_of(self.session.assignment, self.function)]

    def _simpler(self, best: Example, text: str) -> tuple[Example, str]:
        """Makes an input simpler as long as the function stays wrong."""
        while True:
            simpler = [one for choices in _simpler_choices(best) if (one := self._new(choices)) is not None and one.cost < best.cost]
            better = self._first_wrong(sorted(simpler, key=lambda one: one.cost))
            if better is None:
                return best, text
            best, text = better

    def _new(self, choices: list[int]) -> Example | None:
        one = self.inputs.example(choices)
        if one is None or one.shown in self.seen:
            return None
        return one

    def _first_wrong(self, examples: Iterable[Example]) -> tuple[Example, str] | None:
        """The first of some inputs on which the function is wrong, and what to say."""
        for row in self._rows(examples):
            for example, answer in zip(row, self._answers(row), strict=True):
                text = "" if answer.error is not None else self.inputs.message(self.function, example, answer)
                if text:
                    return example, text
        return None

    def _rows(self, examples: Iterable[Example]) -> Iterator[list[Example]]:
        """Inputs in rows, longer and longer ones, as far as time and calls allow."""
        waiting = [one for one in examples if one.shown not in self.seen]
        while waiting:
            fitting = min(self.length, MOST_CALLS - self.calls, self._still_fit() - SPARE)
            if fitting < 1:
                return
            row, waiting = waiting[:fitting], waiting[fitting:]
            yield row
            self.length = min(2 * self.length, LONGEST_ROW)

    def _still_fit(self) -> int:
        return int(self.left / self.each) if self.each else LONGEST_ROW

    def _answers(self, row: list[Example]) -> list[Answer]:
        self.session.seconds = max(self.left, 0.0) / len(row)  # a function that hangs takes no more
        connection = self.session.connection(self.function)
        answers = connection.call_in_a_row([dict(zip(self.parameters, one.arguments, strict=True)) for one in row])
        before, self.left = self.left, self._seconds_left()
        self.each = (before - self.left) / len(row)
        self.calls += len(row)
        self.seen |= {one.shown for one in row}
        return answers

    def _seconds_left(self) -> float:
        """Seconds of work that are left; those in which the function had no processor are not counted."""
        student, waited = (now - before for now, before in zip(self._spent(), self.before, strict=True))
        return self.seconds - (time.thread_time() - self.started) - max(0.0, student - waited)

    def _spent(self) -> tuple[float, float]:
        """Seconds in the page's functions so far, and those in which the worker waited for a processor."""
        worker = self.session.process.worker
        return self.session.found.spent.student, worker.waited() if worker is not None else 0.0

    def _is_sure(self, example: Example, text: str) -> bool:
        """Whether the definitions, run again, give the same at the first call, and once more with other random numbers."""
        self.session.process.forget()
        for _ in range(2):
            self.session.seed += 1
            (answer,) = self._answers([example])
            if answer.error is not None or self.inputs.message(self.function, example, answer) != text:
                return False
        return True


def _simpler_choices(example: Example) -> Iterator[list[int]]:
    """Choices from which something is taken: items of lists, alone and in pairs, then all that is large."""
    choices = list(example.choices)
    spans = sorted(example.items, key=lambda span: span[0] - span[1])
    for start, end in spans:
        yield choices[:start] + choices[end:]
    for (start, end), (again, last) in zip(example.items, example.items[1:], strict=False):
        if end <= again:
            yield choices[:start] + choices[end:again] + choices[last:]
    places = [place for place, choice in enumerate(choices) if choice]
    if len(places) > 1:
        yield [min(choice, 1) for choice in choices]
    for place in places:
        for less in dict.fromkeys((0, choices[place] // 2, choices[place] - 1)):
            yield [*choices[:place], less, *choices[place + 1 :]]
