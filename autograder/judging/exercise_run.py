"""One exercise while its checks run: each check's verdict becomes a result."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from autograder import datasets
from autograder.content.submission import Submission
from autograder.content.submission_part import SubmissionPart
from autograder.core.figure_text import FigureText
from autograder.core.languages import Message, joined
from autograder.core.languages.messages import of_assignment
from autograder.core.records import CheckResult, Outcome
from autograder.expectations import general_signs
from autograder.expectations.answer import Answer, Failure
from autograder.expectations.figure_text import text_of_answer
from autograder.judging import call_signs, collection
from autograder.judging.session import Session
from autograder.judging.verdicts import (
    LOADS_THE_DATA,
    LONGEST_HIDDEN_ERROR,
    READS_THE_PAGE,
    Verdict,
    fault_of_the_check,
    on_exception,
    on_plain_assert,
    waits_for,
    without_a_call,
)

log = logging.getLogger("autograder")

SAID_ALREADY = (READS_THE_PAGE, LOADS_THE_DATA)
ADVISED = {Outcome.FAILED, Outcome.ERROR}  # where a look at the function's text may help
LARGEST_IMAGE = 8 * 2**20  # bytes
MAX_SHOWN_OUTPUT = 2000  # characters of a student's prints that a report holds
_said: set[tuple[str, str]] = set()  # broken checks, and their errors, that this process has logged


@dataclass
class ExerciseRun:
    """One exercise while it is judged: what was found so far.

    Attributes:
        progress: called after each check with the exercise's name and the result.
        verdict: on the check that is running, as soon as there is one.
        no_data: there is no data to judge with.
        results: check's name -> result.
        signature: check's name -> (outcome, evidence), see ``judge.Judgement``.
        signs: sentences about what wrong answers have in common with right ones; each is said once.
        wrong_values: names of the checks that failed on what the function gave.
        off: names of the checks that no other check waits for, see ``Settings.off``.
    """

    exercise: str
    submission: Submission | SubmissionPart
    session: Session
    progress: Callable[[str, CheckResult], None]
    verdict: Verdict | None = None
    no_data: datasets.DatasetError | None = None
    results: dict[str, CheckResult] = field(default_factory=dict)
    signature: dict[str, tuple[str, object]] = field(default_factory=dict)
    signs: set[str] = field(default_factory=set)
    wrong_values: set[str] = field(default_factory=set)
    off: tuple[str, ...] = ()

    def begin(self, item: pytest.Function, seed: int, seconds: float) -> None:
        """Prepares for a check. There is a verdict afterwards if it need not run.

        Args:
            seconds: that each call in it may take.
        """
        self.session.begin(seed, seconds, _is_public(item))
        if self.session.record is not None:
            self.session.record.begin(item.name)
        self.verdict = without_a_call(self.submission, self.exercise) or waits_for(item, self.results, self.off)

    def note(self, item: pytest.Function, call: pytest.CallInfo[None]) -> None:
        """Takes note of the first thing that went wrong in a check; otherwise the check passed."""
        if self.verdict is None and call.excinfo is not None:
            self.verdict = self._on_exception(item, call.excinfo)
        elif self.verdict is None and call.when == "call":
            self.verdict = Verdict(Outcome.PASSED)

    def end(self, item: pytest.Function) -> None:
        """Takes in the result of a check."""
        verdict = self.verdict or Verdict(Outcome.BROKEN, "The check left no result.")
        result = self._result(verdict, item)
        if result.outcome in ADVISED and not any(one.outcome in ADVISED for one in self.results.values()):
            advice = [self.submission.advice(self.exercise)]  # once is enough
            if not any(verdict.evidence is one for one in SAID_ALREADY):  # evidence may be arrays, which have no single truth
                advice.append(self.submission.reads(self.exercise))
            result = replace(result, message=joined([result.message, *advice], "\n"))
        self.results[item.name] = result
        if verdict.of_the_value:
            self.wrong_values.add(item.name)
        self.signature[item.name] = (str(result.outcome), verdict.evidence)
        self.progress(self.exercise, result)

    def order(self, names: list[str]) -> None:
        """Puts the results into the order in which the checks are written, and are read."""
        self.results = {one: self.results[one] for one in names}
        self.signature = {one: self.signature[one] for one in names}

    def show(self, smallest: str) -> None:
        """Shows a small input at the first check that failed on what the function gave."""
        name = next(one for one in self.results if one in self.wrong_values)
        self.results[name] = replace(self.results[name], smallest=smallest)

    def _on_exception(self, item: pytest.Function, excinfo: pytest.ExceptionInfo[BaseException]) -> Verdict:
        error, session = excinfo.value, self.session
        if isinstance(error, Failure):
            session.last = error.answer or session.last
            if session.record is not None:
                session.record.failed(error.compared)
        if isinstance(error, datasets.DatasetError):
            self.no_data = error
        parameters = session.assignment.parameters[self.exercise]
        verdict = on_exception(error, self.submission, self.exercise, parameters, session.show_inputs)
        if verdict is not None and isinstance(error, Failure):
            verdict = replace(verdict, message=self._with_signs(error))
        if verdict is None and _is_public(item):
            verdict = on_plain_assert(excinfo, item.path.parent)
        if verdict is None:
            _say_broken(item, excinfo)
            verdict = fault_of_the_check(error)
        return verdict

    def _with_signs(self, error: Failure) -> str:
        """The message, and what the answer, or several of them, have in common with what was expected."""
        if error.compared is None:
            return error.message
        try:
            own = general_signs.sign(*error.compared)
            found = [own] if own else call_signs.of_calls(self.exercise, self.session.answers)
        except (ArithmeticError, LookupError, TypeError, ValueError):  # values as odd as these have nothing in common
            found = []
        found = [text for text in found if text.casefold() not in error.message.casefold()]  # some words say it themselves
        new = [text for text in found if _without_count(text) not in self.signs]
        self.signs |= set(map(_without_count, new))
        return joined([error.message, *new], "\n")

    def _result(self, verdict: Verdict, item: pytest.Function) -> CheckResult:
        outcome, session, public = verdict.outcome, self.session, _is_public(item)
        points = collection.points_of(item)
        last = session.last
        warned = () if last is None or outcome is Outcome.PASSED else last.warnings[:3]
        if not public:
            warned = tuple(text[:LONGEST_HIDDEN_ERROR] for text in warned[:1])
        return CheckResult(
            name=item.name,
            title=collection.title_of(item),
            outcome=outcome,
            points=points if outcome in (Outcome.PASSED, Outcome.BROKEN) else 0.0,
            max_points=points,
            message=of_assignment(verdict.message, session.assignment.name),
            remark=of_assignment(joined([verdict.remark, *session.take_remarks(), *warned], "; "), session.assignment.name),
            public=public,
            line=verdict.line,
            output="".join(session.output)[:MAX_SHOWN_OUTPUT],
            figure=(image := _image(last)),
            figure_text=text_of_answer(last) if image and last is not None else FigureText(),
            measurements=session.take_measurements(),
        )


def _without_count(sign: str) -> str:
    """A sign without the number of calls: that one more call shows it, too, is nothing new."""
    found = sign.values.get("found", sign) if isinstance(sign, Message) else sign  # of one call, said of several
    return str((found.template, {**found.values, "number": 0})) if isinstance(found, Message) else str(found)


def _say_broken(item: pytest.Function, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
    """Logs the lines of the check files that led to an error, once for each error: a class would say it once for each page."""
    text = f"{type(excinfo.value).__name__}: {excinfo.value}"
    key = f"{item.path}::{item.name}", text
    if key not in _said:
        _said.add(key)
        own = [entry for entry in excinfo.traceback if Path(entry.path).parent == item.path.parent]
        places = "".join(f"  {Path(entry.path).name}, line {entry.lineno + 1}: {str(entry.statement).strip()}\n" for entry in own)
        log.error("%s is broken:\n%s  %s", item.nodeid, places, text)
        log.debug("in full:\n%s", excinfo.getrepr(style="short"))


def _is_public(item: pytest.Function) -> bool:
    return item.get_closest_marker("public") is not None


def _image(answer: Answer | None) -> bytes:
    """The image of the figure that was judged, as the worker has sent it; empty if there is none."""
    if answer is None or answer.kind != "figure" or type(answer.plain) is not dict:
        return b""
    png = answer.plain.get("png")
    return png if type(png) is bytes and len(png) <= LARGEST_IMAGE else b""
