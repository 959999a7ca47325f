"""What a model has learned from a student's training, read from its weights.

The judge gives its own network to the function, so it knows every weight beforehand and needs to believe nothing.
"""

from __future__ import annotations

import numpy as np

from autograder.core.languages import authored, joined, message
from autograder.expectations.answer import Answer, Words, fail_closed
from autograder.expectations.network import forward, share_right
from autograder.expectations.training_notes import what_changed_the_rate
from autograder.expectations.training_symptoms import symptom, training_numbers

TINY = 1e-4  # a tenth of adam's usual learning rate


@fail_closed
class TrainingExpectation(Words):
    """Words about a model after a training. Each returns None, or raises ``Failure``.

    Args:
        answer: of a function that was given a model.

    Attributes:
        state: the model's description, as it is now; weights: kernel, bias, kernel, bias …

    Raises:
        Failure: the model did not come back.
    """

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        if not answer.models:
            self.fail(message("{call} took no model."), ("no model",))
        self.state = answer.models[0]
        self.weights: list[np.ndarray] = self.state["weights"]

    def kept_its_optimizer(self, name: str, hint: str = "") -> None:
        """The model's optimizer still is one of this kind, and its rate is one with which a short training teaches.

        That it has this class is what it says. One that keeps averages of the gradients, and has counted steps, must also have averages.

        Args:
            name: of the class, as ``Adam``.
        """
        optimizer = self.state["optimizer"] or {"name": message("no optimizer"), "learning_rate": None}
        found, rate = optimizer["name"], optimizer["learning_rate"]
        if found != name:
            self.fail(message("{call} left the model with {found} as its optimizer; expected {name}.", found=found, name=name), ("optimizer", found), hint)
        averages = (optimizer.get("moments") or {}).get("means", [])
        if averages and not any(np.any(one) for one in averages):
            self.fail(
                message(
                    "{call} left the model with an optimizer called {name} that has counted its steps, but has no averages of their gradients, "
                    "as {name} has. So something else has changed the weights.",
                    name=name,
                ),
                ("optimizer", "no averages"),
                hint,
            )
        if rate is not None and rate < TINY:
            self.fail(
                message("{call} left the model with a learning rate of {rate:g}, which hardly changes its weights.", rate=rate),
                ("rate", "tiny"),
                joined([what_changed_the_rate(self.answer), authored(hint)]),
            )

    def reads(
        self, images: np.ndarray, labels: np.ndarray, at_least: float = 0.0, at_most: float = 1.0, hint: str = ""
    ) -> None:
        """The model now reads a share of unseen images right that is within these bounds.

        Args:
            images: float, shape (images, rows, columns); labels: int, shape (images,).
        """
        pairs = list(zip(self.weights[::2], self.weights[1::2], strict=True))
        names = ["relu"] * (len(pairs) - 1) + ["linear"]
        layers = [(*pair, name) for pair, name in zip(pairs, names, strict=True)]
        *_, values = forward(layers, images.astype(np.float64))
        accuracy = share_right(values, labels)
        if not at_least <= accuracy <= at_most:
            bound = message("at least {at_least:.0%}", at_least=at_least) if accuracy < at_least else message("at most {at_most:.0%}", at_most=at_most)
            self.fail(
                message(
                    "{call} left a model that reads {accuracy:.1%} of {number} unseen images right; expected {bound}.",
                    accuracy=accuracy, number=len(labels), bound=bound,
                ),
                ("reads", round(accuracy, 1)),
                hint or self._symptom(values) * (accuracy < at_least),
            )

    def _symptom(self, scores: np.ndarray) -> str:
        """What the History and the answers look like, where they look like something known."""
        recorded = self.answer.plain if self.answer.kind == "history" else None
        return symptom(*training_numbers(recorded), scores)
