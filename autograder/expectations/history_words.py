"""Words about what a training gives back, and about the network that a function was given."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.core.languages import authored, joined, message, plural
from autograder.expectations.answer import Answer, fail_closed
from autograder.expectations.network import Network
from autograder.expectations.training_notes import how_it_trained
from autograder.expectations.value_words import ValueWords, flat, is_equal
from autograder.transport.wire import Described


@fail_closed
class HistoryWords(ValueWords):
    """What can be said about a function that was given a network."""

    def is_a_history(self) -> dict[str, Any]:
        """The answer is the History that ``fit`` returns. Returns its numbers: ``{"history": …, "epochs": …}``."""
        if self.answer.kind != "history":
            self._is_something()
            inside = (
                sorted({_kind(item) for item in self.answer.plain}) if self.answer.kind in ("list", "tuple") else []
            )
            what = message("a {kind} of Histories", kind=self.answer.kind) if inside == ["history"] else self._kind_words()
            evidence = ("no history", self.answer.kind, inside, _of_the_record(self.answer))
            self.fail(message("{call} gave {what}. Expected the History that fit returns.", what=authored(what)), evidence)
        found: dict[str, Any] = self.answer.plain
        return found

    def records(self, names: Sequence[str], epochs: int | None = None, hint: str = "") -> dict[str, list[float]]:
        """The answer is a History, or the dict of lists inside one, with these lists of finite numbers. Returns them.

        Args:
            names: such as ``val_loss``; epochs: how many numbers each has; any number by default, but all the same.

        Example:
            >>> expect(Answer("train()", {"loss": [0.5, 0.4]})).records(["loss"], epochs=2)
            {'loss': [0.5, 0.4]}
        """
        self._is_something()
        found = recorded_lists(self.answer)
        if not found and self.answer.kind == "history":
            self.fail(message("{call} gave a History without any numbers. Is it that of the training?"), ("empty history",), hint)
        if not found:
            self.fail(
                message("{call} gave {kind_words}. Expected a History, or its dict of lists.", kind_words=self._kind_words()), ("no history", self.answer.kind), hint
            )
        missing = [name for name in names if name not in found]
        if missing:
            self.fail(
                message(
                    "{call} gave a record without {missing}; it has {found}.",
                    missing=missing[0], found=", ".join(sorted(found)),
                ), ("missing", sorted(found)), hint
            )
        lists = {name: recorded_numbers(self.answer, name) for name in names}
        lengths = {name: len(numbers) for name, numbers in lists.items()}
        wanted = epochs if epochs is not None else max(lengths.values(), default=0)
        for name, length in lengths.items():
            if length != wanted or not length:
                self.fail(
                    plural(
                        "{call} gave a record with {count} number for {name}; expected {wanted}.",
                        "{call} gave a record with {count} numbers for {name}; expected {wanted}.",
                        length, name=name, wanted=wanted or message("one for each epoch"),
                    ),
                    ("length", length - wanted),
                    joined([how_it_trained(self.answer), authored(hint)]),
                )
        return lists

    def leaves_the_model_alone(self, network: Network, hint: str = "") -> None:
        """The weights of the network that the function was given are what they were."""
        before = network.weights()
        for model in self.answer.models:
            after = model["weights"]
            if len(after) != len(before) or not all(map(np.array_equal, after, before)):
                self.fail(message("{call} changed the weights of the given model."), ("model changed",), hint)


def recorded_lists(answer: Answer) -> dict[str, object]:
    """The lists of a History, or of a dict instead of one, by name."""
    found = answer.plain.get("history") if answer.kind == "history" else flat(answer.value)
    if isinstance(found, dict) and isinstance(found.get("history"), dict):
        found = found["history"]
    return {str(name): numbers for name, numbers in found.items()} if isinstance(found, dict) else {}


def recorded_numbers(answer: Answer, name: str) -> list[float]:
    """The finite numbers that are recorded by this name; none where it has anything else."""
    found = recorded_lists(answer).get(name)
    found = found.tolist() if isinstance(found, np.ndarray) else found
    numbers = [float(one) for one in found if type(one) in (int, float)] if isinstance(found, (list, tuple)) else []
    return numbers if all(map(math.isfinite, numbers)) else []


def _of_the_record(answer: Answer) -> str:
    """What a value that is not a History has to do with what the given model keeps of its training."""
    state = answer.models[0] if answer.models else {}
    record = state.get("record")
    if not (state.get("optimizer") or {}).get("iterations"):
        return "not trained"
    given = flat(answer.value)
    if isinstance(given, np.ndarray):
        given = given.tolist()
    if record is None or not isinstance(given, (dict, list, tuple)):
        return "none"
    if isinstance(given, dict):
        return "all of it" if given.keys() == record["history"].keys() else "none"
    return "one list" if any(is_equal(given, numbers) for numbers in record["history"].values()) else "none"


def _kind(value: object) -> str:
    return value.kind if isinstance(value, Described) else type(value).__name__
