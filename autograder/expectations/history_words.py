"""Words about what a training gives back, and about the network that a function was given."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.expectations.answer import Answer, fail_closed
from autograder.expectations.network import Network
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
            what = f"a {self.answer.kind} of Histories" if inside == ["history"] else self._kind_words()
            evidence = ("no history", self.answer.kind, inside, _of_the_record(self.answer))
            self.fail(f"gave {what}. Expected the History that fit returns.", evidence)
        found: dict[str, Any] = self.answer.plain
        return found

    def leaves_the_model_alone(self, network: Network, hint: str = "") -> None:
        """The weights of the network that the function was given are what they were."""
        before = network.weights()
        for model in self.answer.models:
            after = model["weights"]
            if len(after) != len(before) or not all(map(np.array_equal, after, before)):
                self.fail("changed the weights of the given model.", ("model changed",), hint)


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
