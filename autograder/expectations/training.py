"""What a model has learned from a student's training, read from its weights.

The judge hands over a network of its own, so it knows every weight beforehand and needs to believe nothing.
"""

from __future__ import annotations

from typing import Any, NoReturn

import numpy as np

from autograder.expectations.answer import Answer, Words, fail_closed
from autograder.expectations.network import forward, share_right
from autograder.expectations.training_symptoms import symptom, training_numbers

UNMOVED = "did not change the given model. Did it train another one?"
REACH = 30  # times the rate that a weight may move at a step: adam's is 3, and a rate may fall on the way
ENOUGH = 0.85  # a tenth may be held back for validation, and a little more
COUNTING = (1 - 2**-16, 1 - 2**-16)  # betas with which adam adds gradients and their squares up, and forgets nothing
TINY = 1e-4  # a tenth of adam's usual learning rate
NEAR = 0.05  # sums of float32 over a few hundred steps are far nearer


@fail_closed
class TrainingExpectation(Words):
    """Words about a model after a training. Each returns None, or raises ``Failure``.

    Args:
        answer: of a function that was handed a model.
    """

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        models = [value for value in (answer.arguments or {}).values() if getattr(value, "kind", "") == "model"]
        if not models:
            self._fail("took no model.", ("no model",))
        self.state = models[0].content
        self.weights = self.state["weights"]

    def moved(self, hint: str = "") -> None:
        """The model, one layer of zeros, has learned anything at all."""
        if not self.weights[0].any():
            self._unmoved(hint)

    def _unmoved(self, hint: str) -> NoReturn:
        """A record of a training beside a model that was not trained tells of another model."""
        self._fail(UNMOVED, ("moved", 0, self.answer.kind), hint)

    def used_pictures(self, count: int, hint: str = "", each: int = 1) -> None:
        """Of pictures with one bright pixel each, those of pixel n have moved the weights of pixel n.

        Args:
            count: number of pixels that were bright; the model was one layer of zeros.
            each: pictures for one pixel, one after the other.
        """
        self._is_within_reach()
        changed = (self.weights[0] != 0).any(axis=1)
        moved = int(changed[:count].sum())
        if changed[count:].any():
            self._fail(
                "changed weights for pixels that are always black; training on these images cannot do that.",
                ("black ones too", moved == count),
                hint,
            )
        if not moved:
            self._unmoved(hint)
        if moved < ENOUGH * count:
            some = f"learned from {moved * each} of {count * each} images. Expected nearly all of them."
            self._fail(some if moved else UNMOVED, ("moved", _part(changed[:count]), self._validates()), hint)

    def learned_pairs(self, labels: np.ndarray, hint: str = "") -> None:
        """Of such pictures, the weights of pixel n lean towards label n."""
        self._is_within_reach()
        rows = self.weights[0][: len(labels)]
        used = (rows != 0).any(axis=1)
        learned = rows.argmax(axis=1)
        right = int((learned[used] == labels[used]).sum())
        if not used.any():
            self._unmoved(hint)
        if right < ENOUGH * used.sum():
            self._fail(
                f"taught the model the right label for {right} of {int(used.sum())} images.",
                ("pairs", _pairing(learned, labels, used)),
                hint or "Is each image still paired with its own label?",
            )

    def _is_within_reach(self) -> None:
        """The weights, which were zeros, are no farther than the steps that were taken can bring them."""
        optimizer = self.state["optimizer"] or {"iterations": 0, "learning_rate": None}
        steps, rate = optimizer["iterations"], optimizer["learning_rate"]
        farthest = float(np.abs(self.weights[0]).max())
        if steps and rate is not None and farthest > REACH * rate * steps:
            self._fail(
                f"changed weights by {farthest:.2g}. Its {steps} steps at a learning rate of {rate:g} cannot do that: "
                "the weights were set, not learned.",
                ("out of reach",),
            )

    def took_pictures_as_they_come(self, hint: str = "") -> None:
        """The bright pixels were as bright for the model as they were handed over, 1.0.

        The gradients say so: those of a pixel's weights are those of the bias, times the pixel. Nothing is said where the
        model's own optimizer, with ``COUNTING``, did not see them.
        """
        sums = _sums(self.state)
        if sums is None:
            return
        kernel, bias = sums
        whole = float(np.abs(bias).sum())
        bright = float(np.abs(kernel.sum(axis=0)).sum()) / whole if whole else 1.0
        if abs(bright - 1) > NEAR:
            self._fail(
                f"showed the model pixels of {bright:.2g} but it was given pixels of 1.0.",
                ("bright", bright),
                hint or "The images are already scaled.",
            )

    def saw_each_picture(self, times: int, hint: str = "") -> None:
        """The model has seen each picture so many times, in batches of whatever size.

        Where the model's own optimizer did not see the gradients, its steps are held against the History; where it made no
        step, as in a loop with an optimizer of its own, nothing can be said.
        """
        self.moved(hint)
        seen = times_seen(self.answer)
        history = self.answer.plain if self.answer.kind == "history" else None
        recorded = len(history["history"].get("loss", ())) if history else None
        if seen is not None and seen != times:
            again = "Call fit once, and return its result." if recorded is not None and seen > recorded else ""
            self._fail(
                f"showed the model each image {_times(seen)}; expected {times} epochs.",
                ("seen", "as told" if seen == recorded else seen),
                hint or again,
            )
        taken = (self.state["optimizer"] or {"iterations": 0})["iterations"]
        if seen is None and taken and history and history["steps"] and taken != history["steps"] * recorded:
            self._fail(
                f"took {taken} steps with the model, but its History reports {history['steps'] * recorded}.",
                ("steps", taken, history["steps"] * recorded),
                hint,
            )

    def kept_its_optimizer(self, name: str, hint: str = "") -> None:
        """The model's optimizer still is one of this kind, and its rate is one with which a short training teaches.

        Args:
            name: of the class, as ``Adam``.
        """
        optimizer = self.state["optimizer"] or {"name": "no optimizer", "learning_rate": None}
        found, rate = optimizer["name"], optimizer["learning_rate"]
        if found != name:
            self._fail(
                f"left the model with {found} as its optimizer; expected {name}.", ("optimizer", found), hint
            )
        if rate is not None and rate < TINY:
            self._fail(
                f"left the model with a learning rate of {rate:g}, which hardly changes its weights.",
                ("rate", "tiny"),
                hint,
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
            bound = f"at least {at_least:.0%}" if accuracy < at_least else f"at most {at_most:.0%}"
            self._fail(
                f"left a model that reads {accuracy:.1%} of {len(labels)} unseen images right; expected {bound}.",
                ("reads", round(accuracy, 1)),
                hint or self._symptom(values) * (accuracy < at_least),
            )

    def _validates(self) -> bool:
        """Whether the History tells of images that were held back."""
        recorded = self.answer.plain if self.answer.kind == "history" else {"history": {}}
        return any(str(name).startswith("val_") for name in recorded["history"])

    def _symptom(self, scores: np.ndarray) -> str:
        """What the History and the answers look like, where they look like something known."""
        recorded = self.answer.plain if self.answer.kind == "history" else None
        return symptom(*training_numbers(recorded), scores)


def times_seen(answer: Answer) -> int | None:
    """How many times a model that was handed over has seen each picture of one bright pixel.

    The optimizer, an adam with ``COUNTING``, keeps for each weight the sum of its gradients and of their squares. A picture
    moves only the weights of its own pixel, each time alike if the model hardly learns (its learning rate is small). So
    (sum)² / (sum of squares) is the number of times, whatever the batches' size. Where one of the batches is smaller, its
    gradients are larger, and the number comes out too small for the pictures in it; most of them are in others.

    Returns:
        None where that cannot be recorded: another optimizer took the steps, or none of the model's.
    """
    models = [value for value in (answer.arguments or {}).values() if getattr(value, "kind", "") == "model"]
    state = models[0].content if models else {}
    moments = _moments(state)
    if moments is None:
        return None
    sums, squares = (
        (part[0].astype(np.float64) ** power).sum(axis=1) for part, power in zip(moments, (2, 1), strict=True)
    )
    seen = squares > 0
    if not seen.any():
        return None
    times = sums[seen] / squares[seen] * (1 - COUNTING[1]) / (1 - COUNTING[0]) ** 2
    most = round(float(times.max()))
    return most if times.mean() > 0.75 * most else round(float(times.mean()))


def _moments(state: dict[str, Any]) -> tuple[list[np.ndarray], list[np.ndarray]] | None:
    """The means and mean squares of the gradients, of an optimizer that forgets nothing."""
    optimizer = state.get("optimizer") or {}
    moments = optimizer.get("moments")
    if not moments or optimizer.get("betas") != COUNTING:
        return None
    return moments["means"], moments["squares"]


def _sums(state: dict[str, Any]) -> tuple[np.ndarray, np.ndarray] | None:
    """The mean gradients of the first layer's kernel and bias."""
    moments = _moments(state)
    return None if moments is None else (moments[0][0], moments[0][1])


def _part(used: np.ndarray) -> str:
    """Which of the pictures, in words that do not depend on how many."""
    count = int(used.sum())
    if used[:count].all():
        return "the first"
    return "the last" if used[-count:].all() else "some"


def _pairing(learned: np.ndarray, labels: np.ndarray, used: np.ndarray) -> object:
    """What the labels that were learned have to do with the right ones, in words that do not depend on chance."""
    given = learned[used]
    if len(set(given.tolist())) == 1:
        return ("all alike", int(given[0]))
    known = {
        "the next one's": np.roll(labels, -1),
        "the one's before": np.roll(labels, 1),
        "from the end": labels[::-1],
        "one too large": labels + 1,
        "the rest to nine": labels.max() - labels.astype(int),
    }
    for words, wanted in known.items():
        if (given == wanted[used]).mean() > ENOUGH:
            return words
    return "torn apart"


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
