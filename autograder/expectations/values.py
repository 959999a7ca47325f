"""The beginning of every check's sentence: ``expect``, and the words that any answer has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from autograder.core.languages import authored, message
from autograder.expectations.answer import Answer, StudentError, Words, fail_closed
from autograder.expectations.array_words import ArrayWords
from autograder.expectations.count_words import CountWords
from autograder.expectations.history_words import HistoryWords
from autograder.expectations.nearness import difference
from autograder.expectations.nested_words import NestedWords
from autograder.expectations.score_words import ScoreWords
from autograder.expectations.text_words import TextWords
from autograder.expectations.value_words import as_evidence, flat, in_words, shortened, without_numpy
from autograder.transport.tables import Table

if TYPE_CHECKING:
    from autograder.expectations.figures import FigureExpectation
    from autograder.expectations.models import ModelExpectation
    from autograder.expectations.table_words import TableWords
    from autograder.expectations.training import TrainingExpectation

Chosen = TypeVar("Chosen", bound=Words)

OWN_GENERATORS = {"numpy": "np.random.default_rng(seed)", "random": "random.Random(seed)"}
NEW = {  # what to give back in place of a changed argument
    np.ndarray: message("Let the result be a new array."),
    list: message("Let the result be a new list, with sorted or list(…)."),
    dict: message("Let the result be a new dict."),
    Table: message("Let the result be a new table, with copy()."),
}
SHARED = message("The function uses the random numbers that the whole page shares. A separate generator, {own}, leaves those as they are.")


def expect(answer: Answer) -> Expectation:
    """The beginning of every check's sentence.

    Args:
        answer: what a call of the student's function gave.

    Raises:
        TypeError: it is something else, which is a fault of the check.

    Example:
        >>> expect(Answer("one()", 1)).is_close_to(1)
    """
    if not isinstance(answer, Answer):
        raise TypeError(f"expect(…) takes what a call of the function gave, and got {type(answer).__name__}. Write expect(total(…)), without .value")
    return Expectation(answer) if answer.error is None else _Raised(answer)


@fail_closed
class Expectation(ArrayWords, NestedWords, TextWords, CountWords, ScoreWords, HistoryWords):
    """Words about one answer. Each returns None, or raises ``Failure``."""

    # -- other kinds of answers ------------------------------------------------------------------------------------

    def is_a(self, words: type[Chosen]) -> Chosen:
        """The answer is what a class of words is about; gives those words. For words of an assignment's own."""
        return words(self.answer)

    def is_a_figure(self) -> FigureExpectation:
        """The answer is a Matplotlib figure; gives the words about figures."""
        from autograder.expectations.figures import FigureExpectation

        return FigureExpectation(self.answer)

    def is_a_table(self) -> TableWords:
        """The answer is a DataFrame; gives the words about tables."""
        from autograder.expectations.table_words import TableWords

        return TableWords(self.answer)

    def is_a_model(self) -> ModelExpectation:
        """The answer is a Keras model; gives the words about models."""
        from autograder.expectations.models import ModelExpectation

        return ModelExpectation(self.answer)

    def changed_the_model(self) -> TrainingExpectation:
        """The function was given a model and taught it; gives the words about what the model has learned."""
        from autograder.expectations.training import TrainingExpectation

        return TrainingExpectation(self.answer)

    # -- any answer ------------------------------------------------------------------------------------------------

    def raises(self, kind: type[BaseException] | str, hint: str = "") -> None:
        """The call has raised an exception of this class, or of one below it. The check calls ``function.attempt(…)``.

        Args:
            kind: the class, or its name where it is the page's own.
        """
        wanted = kind if isinstance(kind, str) else kind.__name__
        error = self.answer.error
        if error is None:
            shown = "None" if self.answer.value is None else self._kind_words()
            self.fail(message("{call} gave {shown}; expected that it raises {wanted}.", shown=shown, wanted=wanted), ("no exception", self.answer.kind), hint)
        if not isinstance(error, StudentError):
            raise error
        if wanted not in (error.reply["type"], *error.reply["bases"]):
            self.fail(message(
                "{call} raised {reply}: {first_line}; expected {wanted}.",
                reply=error.reply["type"], first_line=error.first_line[:200], wanted=wanted,
            ), ("raised", error.reply["type"]), hint)

    def maps(
        self,
        expected: dict[Any, object],
        what: str,
        hidden: bool = True,
        hint: str = "",
        within: float = 0.0,
        only: bool = False,
    ) -> None:
        """The answer is a mapping, or a Series, with these keys and, for each, this value.

        Args:
            expected: key to plain value; what: the keys' name in messages (``part``).
            hidden: the expected values are left out of the message.
            within: how far off a number may be, also inside a value; only: there are no other keys.
        """
        self._is_something()
        given, expected = flat(self.answer.value), without_numpy(expected)
        self._compares(given, expected, within)
        if not isinstance(given, dict):
            self.fail(message("{call} gave {kind_words}. Expected a dict.", kind_words=self._kind_words()), ("no dict", self.answer.kind), hint)
        missing = [key for key in expected if key not in given]
        if missing:
            self.fail(
                message("{call} gave no {what} {missing}; its keys are {shortened}.", what=authored(what), missing=repr(missing[0]), shortened=shortened(list(given))),
                ("missing", sorted(map(str, given))),
                hint,
            )
        for key, wanted in expected.items():
            if difference(given[key], wanted, within) is not None:
                right = message(", which is not right") if hidden else message("; expected {wanted}", wanted=repr(wanted))
                alone = type(given[key]) in (int, float) and isinstance(wanted, tuple) and len(wanted) == 1
                comma = (
                    message("Expected a tuple, and a tuple of one number needs a comma: ({given},).", given=given[key]) if alone else ""
                )
                self.fail(message(
                    "{call} gave {in_words} for the {what} {key}{right}.",
                    in_words=in_words(given[key]), what=authored(what), key=repr(key), right=right,
                ), as_evidence(given), hint or comma)
        extra = [key for key in given if key not in expected]
        if only and extra:
            self.fail(message("{call} has the {what} {extra} too many.", what=authored(what), extra=repr(extra[0])), ("extra", as_evidence(given)), hint)

    def draws_by_itself(self) -> None:
        """Never fails: a call that draws or sets the random numbers that the whole program shares gets a remark."""
        for name, own in OWN_GENERATORS.items():
            if name in self.answer.shared_random:
                self.answer.remarks.append(SHARED.having(own=own))
                return

    def leaves_its_arguments_alone(self, hint: str = "") -> None:
        """No array, list, dict or table that the function was given is different afterwards, by value."""
        if self.answer.changed:
            name = self.answer.changed[0]
            argument = (self.answer.arguments or {}).get(name)
            how = "" if isinstance(argument, np.ndarray) or name not in self.answer.changes else message(": {change}", change=self.answer.changes[name])
            advice = NEW.get(type(argument), NEW[np.ndarray])
            if argument is not None and not isinstance(self.answer.plain, type(argument)):
                advice = message("Read it only, or work on a copy.")  # the result is another thing: a number, say
            self.fail(message("{call} changed its argument {name}{how}.", name=name, how=how), ("changed", self.answer.changed), hint or advice, of_the_value=False)


class _Raised(Expectation):
    """Of a call that raised: any other word than ``raises`` raises that again."""

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        error = None if name.startswith("_") or name in ("answer", "raises", "fail", "shows_the_answer") else self.answer.error
        if error is not None:
            raise error
        return found
