"""What a student's function gave, as the judge sees it; and the ways in which there is no such answer."""

from __future__ import annotations

import functools
import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

import numpy as np

from autograder.core.languages import Message, authored, joined, message
from autograder.core.near_names import suggest
from autograder.core.records import LostReason
from autograder.transport.tables import FORMS, Table
from autograder.transport.wire import Described

if TYPE_CHECKING:
    from autograder.content.slicing import Slice

ODD = "odd"  # begins the evidence of an answer that a word cannot read
WHERE = ("Exception encountered when calling", "Graph execution error", "Detected at node", 'File "', "[[{{node")


class Failure(AssertionError):
    """A check says no.

    Args:
        message: what the function gave, what was expected, what to try; it shows no hidden expected value.
        evidence: plain data that says what was wrong with *this* answer. A known mistake whose failure has equal
            evidence on the same check is taken to be the same mistake, so two different mistakes should leave
            different evidence. Never shown to anybody.
        answer: what it is about, where a report should show its figure.
        compared: the value and the one that was expected, where both are known; signs of it are added to the message.
        of_the_value: the value is wrong, not what the function did beside.
    """

    def __init__(
        self,
        message: str,
        evidence: object = None,
        answer: Answer | None = None,
        compared: Compared | None = None,
        of_the_value: bool = True,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.evidence = _without_messages(evidence)
        self.answer = answer
        self.compared = compared
        self.of_the_value = of_the_value


class Compared(NamedTuple):
    """What a word has held against each other.

    Attributes:
        given, expected: flat values, see ``value_words.flat``. within: how far off a number may be.
    """

    given: Any
    expected: Any
    within: float = 0.0


@dataclass(frozen=True)
class Answer:
    """The outcome of one call of a student's function that came back.

    Attributes:
        call: the call in words, for messages: ``normalize([[[0, 255]]])``, ``plot_images(images, labels)``.
        value: plain data; ``Described`` where the function gave something else.
        changed: names of the arguments that are not what they were before the call; changes: and in which way, in words.
        arguments: the arguments after the call, by name, as plain data (models: their state).
        shown: one number for each call of ``plt.show()`` before the return: how many figures it took.
        figures: how many figures were open at the end, ``shown`` ones not counted.
        same_as: of several calls in a row, the place of an earlier one that gave the same object.
        error: of several calls in a row, what this one raised in place of an answer; to ask for the answer raises it.
        warnings: texts of the warnings the call raised.
        output: what it printed.
        shared_random: whose random numbers, of those that a whole program shares, it drew or set: ``numpy``, ``random``.
        remarks: what a check wants to tell although it passes.
        suspicions: what a person should look at; fingerprints: of trained weights, see ``integrity``.
        measurements: numbers that a check has found and the class's statistics want, see ``records.CheckResult``.
        worked_out: what was calculated from the value, for the other checks that share the answer.
        handed: a hash of each argument as it was passed, to tell calls apart; empty where it is too large for that.
        compared: what the words have held against the value as a whole.
    """

    call: str
    value: Any
    changed: tuple[str, ...] = ()
    changes: dict[str, str] = field(default_factory=dict, compare=False)
    arguments: dict[str, Any] | None = None
    shown: tuple[int, ...] = ()
    figures: int = 0
    same_as: int | None = None
    error: Exception | None = None
    warnings: tuple[str, ...] = ()
    output: str = ""
    shared_random: tuple[str, ...] = ()
    remarks: list[str] = field(default_factory=list, compare=False)
    suspicions: list[str] = field(default_factory=list, compare=False)
    fingerprints: list[str] = field(default_factory=list, compare=False)
    measurements: dict[str, float] = field(default_factory=dict, compare=False)
    worked_out: dict[str, Any] = field(default_factory=dict, compare=False)
    handed: dict[str, str] = field(default_factory=dict, compare=False)
    compared: list[Compared] = field(default_factory=list, compare=False)

    def part(self, key: Any, value: Any) -> Answer:
        """An answer about one item of the value: ``f(x)[0]``. Remarks and suspicions stay those of the whole."""
        return replace(self, call=f"{self.call}[{key!r}]", value=value, worked_out={}, same_as=None, compared=[])

    def calls_of(self, name: str) -> list[Any]:
        """The calls of a ``Callback`` that the check passed under this name: for each its arguments, as a tuple."""
        record = (self.arguments or {}).get(name)
        calls = record.content if isinstance(record, Described) and record.kind == "calls" else None
        return [one for one in calls if type(one) is tuple] if type(calls) is list else []

    @property
    def function(self) -> str:
        return self.call.partition("(")[0]

    @property
    def plain(self) -> Any:
        """The value without the wrapping: what remains when the original type does not matter."""
        return self.value.content if isinstance(self.value, Described) else self.value

    @property
    def kind(self) -> str:
        """``figure``, ``model`` … for a ``Described``, ``table`` or ``series``, else the plain type's name (``dict``, ``int``, ``NoneType``)."""
        if isinstance(self.value, Table):
            return FORMS[self.value.form]
        return self.value.kind if isinstance(self.value, Described) else type(self.value).__name__

    @property
    def type_name(self) -> str:
        if isinstance(self.value, Table):
            return f"pandas.{self.value.form}"
        return self.value.type_name if isinstance(self.value, Described) else type(self.value).__name__

    @property
    def models(self) -> list[dict[str, Any]]:
        """The models that the function was given, as they are after the call: see ``values.keras.models.describe_model``."""
        handed = (self.arguments or {}).values()
        found: list[Any] = [one.content for one in handed if isinstance(one, Described) and one.kind == "model"]
        return found


class StudentError(Exception):
    """The student's code raised an exception.

    Attributes:
        call: the call in words; empty if it happened while the definitions were read.
        reply: the worker's description of it.
        slice: what was running.
    """

    function = ""  # which was called

    def __init__(self, call: str, reply: dict[str, Any], piece: Slice) -> None:
        super().__init__(f"{reply['type']}: {reply['message']}")
        self.call = call
        self.reply = reply
        self.slice = piece

    @property
    def first_line(self) -> str:
        """The first line of the exception's text that says something; Keras and TensorFlow begin with where it was."""
        text = re.sub(r"\x1b\[[0-9;]*m", "", self.reply["message"])
        text = re.sub(r"\[[\d\s.eE+\-\[\],]{40,}\]", "[…]", text)  # an array's numbers say nothing here
        text = re.sub(r"\{\{function_node \S+\}\} ?| \[Op:\w+\]( name:)?", "", text)
        text = re.sub(r"\s*\bLabel values:[\d ]*", "", text)  # those of a batch, in the order in which it was drawn
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        telling = [line for line in lines if not line.startswith(WHERE)]
        return (telling or lines or [""])[0]


class NotThere(Exception):
    """The page does not define the function. The text says so, and suggests near names."""

    function = ""  # which it is about


class NotStarted(Exception):
    """The function is still the stub."""

    function = ""


class CallLost(Exception):
    """No answer.

    Attributes:
        outcome: ``timeout``, ``memory`` or ``crashed``.
        call: the call in words.
        detail: the seconds that were allowed, how the process ended, or what was wrong with its answer.
    """

    function = ""  # which was called

    def __init__(self, outcome: str, call: str, detail: str, reason: LostReason) -> None:
        super().__init__(detail)
        self.outcome = outcome
        self.call = call
        self.detail = detail
        self.reason = reason


class Words:
    """What can be said about one answer: each word returns None, or raises ``Failure``."""

    shows_the_answer = False  # whether a report should show the answer's figure where a word fails
    _compared: Compared | None = None

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    if not TYPE_CHECKING:  # mypy knows which words there are

        def __getattr__(self, name):
            """A slip of an author. The text does not name this class, but the word that was meant."""
            raise AttributeError(f"There is no word {name}.{suggest(name, [word for word in dir(type(self)) if not word.startswith('_')])}")

    def _compares(self, given: object, expected: object, within: float = 0.0) -> None:
        """Takes note of what is held against each other, so that a message can say what both have in common."""
        self._compared = Compared(given, expected, within)
        self.answer.compared.append(self._compared)

    def fail(self, what: str, evidence: object, hint: str = "", of_the_value: bool = True) -> NoReturn:
        """Says no: what the call gave in place of what was expected, and a hint. See ``Failure`` for the rest.

        Args:
            what: a message in which ``{call}`` is the call, or a text that goes on where the call ends.
        """
        said = what if isinstance(what, Message) and what.asks_for("call") else message("{call} {what}", what=authored(what))
        text = joined([said.having(call=self.answer.call), authored(hint)])
        raise Failure(text, evidence, self.answer if self.shows_the_answer else None, self._compared, of_the_value)


def _without_messages(evidence: object) -> object:
    """Evidence is compared and stored, whatever language its words are read in."""
    if isinstance(evidence, Message):
        return str(evidence)
    if type(evidence) is list:
        return list(map(_without_messages, evidence))
    if type(evidence) is tuple:
        return tuple(map(_without_messages, evidence))
    if type(evidence) is dict:
        return {_without_messages(key): _without_messages(value) for key, value in evidence.items()}
    return evidence


def fail_closed(words: type) -> type:
    """Class decorator: an answer that is too odd to be read is a wrong answer, not a bug in the kit.

    For words about things that a student may put together in unexpected ways (a model with its layers taken
    off), whose numbers then do not fit each other. Wrong arguments of the check itself still raise.
    """
    for name, word in list(vars(words).items()):
        if name.startswith("_") or not inspect.isfunction(word):
            continue

        def careful(self: Any, *arguments: Any, _word: Callable[..., Any] = word, **settings: Any) -> Any:
            inspect.signature(_word).bind(self, *arguments, **settings)
            try:
                with np.errstate(all="ignore"):
                    return _word(self, *arguments, **settings)
            except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
                self.fail(
                    message("{call} gave a value whose parts do not fit together, so it cannot be checked."),
                    (ODD, type(error).__name__),
                )

        setattr(words, name, functools.wraps(word)(careful))
    return words
