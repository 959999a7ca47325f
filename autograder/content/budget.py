"""How much a training may cost, and what it has to reach."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, NoReturn

from autograder.core.languages import message

NAMES = ("quick", "full")  # how a budget may be called: --budget chooses one of them


class NoNumber(Exception):
    """What a right network reaches with a backend of Keras has not been measured, so there is no number to ask for.

    The text is the reason, in the author's words.

    Attributes:
        backend: see ``core.keras_backend``.
    """

    def __init__(self, reason: str, backend: str) -> None:
        super().__init__(reason)
        self.backend = backend


@dataclass(frozen=True)
class Budget:
    """How large the trainings of an assignment's checks are, and the numbers to reach with each data set.

    Attributes:
        name: ``quick`` or ``full``.
        images, rows: how many examples to train on; an assignment names them as its data set does.
        epochs: passes over them; batch_size: examples in one step.
        threshold: data set's name -> minimum test accuracy.
        thresholds: name of another number -> data set's name -> that number.
        unmeasured: backend of Keras -> why there are no numbers to reach with it.
    """

    name: str
    images: int = 0
    epochs: int = 0
    batch_size: int = 0
    threshold: dict[str, float] = field(default_factory=dict)
    rows: int = 0
    thresholds: dict[str, dict[str, float]] = field(default_factory=dict)
    unmeasured: dict[str, str] = field(default_factory=dict)

    def with_backend(self, name: str) -> Budget:
        """The budget where Keras computes with a backend: each of its numbers raises ``NoNumber`` if there are none with it.

        Args:
            name: see ``core.keras_backend``.

        Example:
            >>> Budget("full", threshold={"digits": 0.9}, unmeasured={"jax": "Too slow."}).with_backend("torch").threshold["digits"]
            0.9
        """
        reason = self.unmeasured.get(name)
        return self if reason is None else replace(self, threshold=_NoNumbers(reason, name), thresholds=_NoNumbers(reason, name))

    def at_least(self, name: str, dataset: str) -> float:
        """A number that depends on the data set.

        Args:
            name: as in ``[budgets.quick.thresholds.NAME]``; ``threshold`` is the minimum test accuracy.
            dataset: name of the data set that is judged with, ``dataset.name``.

        Raises:
            LookupError: the settings have no such number. NoNumber: there is none with this backend of Keras.

        Example:
            >>> Budget("quick", thresholds={"recall": {"digits": 0.5}}).at_least("recall", "digits")
            0.5
        """
        numbers = self.threshold if name == "threshold" else self.thresholds.get(name, {})
        if dataset not in numbers:
            raise LookupError(message("[budgets.{budget}] has no number {name} for the data set {dataset}.", budget=self.name, name=repr(name), dataset=repr(dataset)))
        return numbers[dataset]


class _NoNumbers(dict[str, Any]):
    """In place of numbers that have not been measured: whoever asks for one gets the reason."""

    def __init__(self, reason: str, backend: str) -> None:
        super().__init__()
        self.why = reason, backend

    def __missing__(self, _name: str) -> NoReturn:
        raise NoNumber(*self.why)

    def __contains__(self, _name: object) -> NoReturn:
        raise NoNumber(*self.why)

    def get(self, _name: str, _usual: object = None) -> NoReturn:
        raise NoNumber(*self.why)
