"""How much a training may cost, and what it has to reach."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Budget:
    """How large the trainings of an assignment's checks are, and the numbers to reach with each data set.

    Attributes:
        name: ``quick`` or ``full``.
        images, rows: how many examples to train on; an assignment names them as its data set does.
        epochs: passes over them; batch_size: examples in one step.
        threshold: data set's name -> minimum test accuracy.
        thresholds: name of another number -> data set's name -> that number.
    """

    name: str
    images: int = 0
    epochs: int = 0
    batch_size: int = 0
    threshold: dict[str, float] = field(default_factory=dict)
    rows: int = 0
    thresholds: dict[str, dict[str, float]] = field(default_factory=dict)

    def at_least(self, name: str, dataset: str) -> float:
        """A number that depends on the data set.

        Args:
            name: as in ``[budgets.quick.thresholds.NAME]``; ``threshold`` is the minimum test accuracy.
            dataset: name of the data set that is judged with, ``dataset.name``.

        Raises:
            LookupError: the settings have no such number.

        Example:
            >>> Budget("quick", thresholds={"recall": {"digits": 0.5}}).at_least("recall", "digits")
            0.5
        """
        numbers = self.threshold if name == "threshold" else self.thresholds.get(name, {})
        if dataset not in numbers:
            raise LookupError(f"[budgets.{self.name}] has no number {name!r} for the data set {dataset!r}.")
        return numbers[dataset]
