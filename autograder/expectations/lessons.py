"""What a model has learned from a student's training, read from its weights.

The judge hands over a network of its own, so it knows every weight beforehand and needs to believe nothing.
"""

from __future__ import annotations

import numpy as np

from autograder.expectations.answer import Answer, Failure, fail_closed
from autograder.expectations.symptoms import symptom, training_numbers
from autograder.expectations.values import expect
from autograder.networks import ACTIVATIONS, share_right

UNMOVED = "did not change the model it was handed. Is that the model that was trained?"
REACH = 30  # times the rate that a weight may move at a step: adam's is 3, and a rate may fall on the way
ENOUGH = 0.85  # a tenth may be held back for validation, and a little more


@fail_closed
class LessonExpectation:
    """Words about a model after a training. Each returns None, or raises ``Failure``.

    Args:
        answer: of a function that was handed a model.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        models = [value for value in (answer.arguments or {}).values() if getattr(value, "kind", "") == "model"]
        if not models:
            self._fail("took no model.", ("no model",))
        self.state = models[0].content
        self.weights = self.state["weights"]

    def moved(self, hint: str = "") -> None:
        """The model, one layer of zeros, has learned anything at all."""
        if not self.weights[0].any():
            self._fail(UNMOVED, ("moved", 0), hint)

    def used_pictures(self, count: int, hint: str = "") -> None:
        """Of pictures with one bright pixel each, picture n has moved the weights of pixel n.

        Args:
            count: number of pictures; the model was one layer of zeros.
        """
        self._is_within_reach()
        changed = (self.weights[0] != 0).any(axis=1)
        moved = int(changed[:count].sum())
        if changed[count:].any():
            self._fail(
                "moved weights of pixels that are black in every image, which no training on these images does.",
                ("black ones too", moved),
                hint,
            )
        if moved < ENOUGH * count:
            some = f"learned from {moved} of {count} images. Expected nearly all of them."
            self._fail(some if moved else UNMOVED, ("moved", moved), hint)

    def learned_pairs(self, labels: np.ndarray, hint: str = "") -> None:
        """Of such pictures, the weights of pixel n lean towards label n."""
        self._is_within_reach()
        rows = self.weights[0][: len(labels)]
        used = (rows != 0).any(axis=1)
        right = int((rows[used].argmax(axis=1) == labels[used]).sum())
        if not used.any():
            self._fail(UNMOVED, ("pairs", right, 0), hint)
        if right < ENOUGH * used.sum():
            self._fail(
                f"taught the model the right label for {right} of {int(used.sum())} images.",
                ("pairs", right, int(used.sum())),
                hint or "Does each image still stand beside its own label?",
            )

    def _is_within_reach(self) -> None:
        """The weights, which were zeros, are no farther than the steps that were taken can bring them."""
        optimizer = self.state["optimizer"] or {"iterations": 0, "learning_rate": None}
        steps, rate = optimizer["iterations"], optimizer["learning_rate"]
        farthest = float(np.abs(self.weights[0]).max())
        if steps and rate is not None and farthest > REACH * rate * steps:
            self._fail(
                f"changed weights by {farthest:.2g}. Its {steps} steps at a learning rate of {rate:g} cannot do that: the "
                "weights were put in, not learned.",
                ("out of reach",),
            )

    def took_the_steps_of_its_history(self, hint: str = "") -> None:
        """The model's own count of steps is the one that the History tells: epochs times steps in an epoch."""
        history = expect(self.answer).is_a_history()
        taken = (self.state["optimizer"] or {"iterations": 0})["iterations"]
        told = (history["steps"] or 0) * len(history["epochs"])
        if taken != told or (history["epochs"] and not taken):
            self._fail(
                f"took {taken} steps with the model, and its History tells of {told}.",
                ("steps", taken, told),
                hint or "Call fit once, and return what that call gave." * (taken > told),
            )

    def reads(
        self, images: np.ndarray, labels: np.ndarray, at_least: float = 0.0, at_most: float = 1.0, hint: str = ""
    ) -> None:
        """The model now reads a share of unseen images right that is within these bounds.

        Args:
            images: float, shape (images, rows, columns); labels: int, shape (images,).
        """
        values = images.reshape(len(images), -1).astype(np.float64)
        for place in range(0, len(self.weights), 2):
            values = values @ self.weights[place] + self.weights[place + 1]
            if place + 2 < len(self.weights):
                values = ACTIVATIONS["relu"](values)
        accuracy = share_right(values, labels)
        if not at_least <= accuracy <= at_most:
            bound = f"at least {at_least:.0%}" if accuracy < at_least else f"at most {at_most:.0%}"
            self._fail(
                f"left the model reading {accuracy:.1%} of {len(labels)} unseen images right; expected {bound}.",
                ("reads", round(accuracy, 1)),
                hint or self._symptom(values) * (accuracy < at_least),
            )

    def _symptom(self, scores: np.ndarray) -> str:
        """What the History and the answers look like, where they look like something known."""
        told = self.answer.plain if self.answer.kind == "history" else None
        return symptom(*training_numbers(told), scores)

    def _fail(self, what: str, evidence: object, hint: str = "") -> None:
        raise Failure(f"{self.answer.call} {what}{' ' + hint if hint else ''}", evidence)
