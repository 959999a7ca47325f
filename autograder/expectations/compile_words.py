"""Words about what a model minimises, by which steps, and what it reports."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np

from autograder.core.languages import authored, message
from autograder.expectations.answer import StudentError, fail_closed
from autograder.expectations.binary_words import BinaryWords
from autograder.expectations.measures import accuracy, one_column
from autograder.expectations.model_words import DEEPEST, LARGEST
from autograder.expectations.network import cross_entropy, last_scores, softmax
from autograder.expectations.optimizer_moves import OPTIMIZERS
from autograder.expectations.reported_losses import fitting

LOOKED_AT = 2  # images, each with every label
TINY = 1e-6  # a probability nearer to 0 or 1 is cut off by Keras
CLEAR = 1e-3  # of a number: outputs that are nearer to one another are not compared


@fail_closed
class CompileWords(BinaryWords):
    """What can be said about how a model is compiled."""

    def is_compiled(self, hint: str = "") -> None:
        """The model knows what to minimise and how: the loss that it names is not 0 whatever it is asked."""
        self._is_compiled(hint)
        if self._state()["loss"] is not None and self._loss_is_nothing():
            self.fail(
                message("{call} gave a model that says it is compiled, but its loss is 0 for all images and labels."), ("no loss",), hint
            )

    def _loss_is_nothing(self) -> bool:
        shape = self._state()["input_shape"]
        if not shape or None in shape[1:] or self._state()["trainable"] > LARGEST or self._state().get("depth", 0) > DEEPEST:
            return False
        rows = self.model.drawing().random((LOOKED_AT, *shape[1:]), np.float32)
        try:
            return all(self.model.score(rows, np.full(len(rows), label, np.uint8))["loss"] == 0 for label in (0, 1))
        except StudentError:  # a loss for other labels
            return False

    def minimises_cross_entropy(self, images: np.ndarray, labels: np.ndarray, hint: str = "") -> None:
        """For single-number labels, the loss is -log of the probability of the true class, and a step makes it smaller.

        Args:
            images: float (images, rows, columns); labels: int (images,).
        """
        self._can_be_tried(hint)
        images = self._shaped(images)
        self._score(images, labels, "loss", hint)
        (rows,) = self.model.outputs(images)
        if one_column(rows) and labels.max() <= 1:
            self.minimises_binary_cross_entropy(images, labels, hint)
            return
        if rows.shape[1] <= labels.max():
            outputs = message("one output") if rows.shape[1] == 1 else message("{shape} outputs", shape=rows.shape[1])
            self.fail(
                message(
                    "{call} gave a model with {outputs}, and one of the labels is {value}: each class needs its own output.",
                    outputs=outputs, value=labels.max(),
                ),
                ("outputs", rows.shape[1]),
                hint,
            )
        if not any(fitting(self._reported_losses(images, rows, labels, hint), self._losses)):
            name = (self._state()["loss"] or {}).get("name", message("no loss"))
            self.fail(
                message("{call} gave a model that minimises {name}, which is not cross-entropy of single-number labels.", name=name),
                ("loss", name),
                hint,
            )
        learns = self._asked("loss", hint, self._behaviour(images).learns_cross_entropy)
        if learns is None:
            self.fail(
                message("{call} gave a model that does not change in a training step: {why_it_stands}.", why_it_stands=self._why_it_stands()), ("no step",), hint
            )
        if not learns:
            self.fail(
                message("{call} gave a model that reports the right loss, but a training step does not make this loss smaller."),
                ("another step",),
                hint,
            )

    def rewards_the_label(self, images: np.ndarray, hint: str = "") -> None:
        """For each label of one image, the loss is the smaller the larger the output for this label is.

        Any loss for labels that are single numbers does that, also one with a penalty or with smoothed labels, where
        ``minimises_cross_entropy`` asks for one loss alone.

        Args:
            images: float (images, rows, columns); one after the other is given alone.
        """
        self._can_be_tried(hint)
        images = self._shaped(images)[:LOOKED_AT]
        for row, image in zip(self.model.outputs(*images[:, np.newaxis]), images[:, np.newaxis], strict=True):
            losses = [self._score(image, np.array([k], np.uint8), "loss", hint)["loss"] for k in range(row.shape[-1])]
            sizes = np.clip(row.ravel(), TINY, 1 - TINY) if row.min() >= 0 and row.max() <= 1 else row.ravel()
            for larger, smaller in combinations(np.argsort(-sizes), 2):
                clear = sizes[larger] - sizes[smaller] > CLEAR * max(abs(sizes[larger]), abs(sizes[smaller]))
                if clear and not losses[larger] < losses[smaller]:
                    name = (self._state()["loss"] or {}).get("name", message("no loss"))
                    self.fail(
                        message(
                            "{call} gave a model whose loss ({name}) does not fit labels that are single numbers, or does not fit its "
                            "outputs: for one image, the output for class {larger} is larger than that for class {smaller} ({flat:.3g} "
                            "and {other:.3g}). So the loss must be smaller if {larger} is the label, but it is {losses:.3g} and "
                            "{other_loss:.3g}.",
                            name=name, larger=larger, smaller=smaller, flat=row.flat[larger], other=row.flat[smaller], losses=losses[larger], other_loss=losses[smaller],
                        ),
                        ("rewards", name, self._activations()[-1:]),
                        hint,
                    )

    def uses_optimizer(self, name: str, images: np.ndarray, slowest: float, fastest: float, hint: str = "") -> None:
        """The optimizer is of this kind and moves weights as this kind does, at a learning rate in a range that learns.

        Args:
            name: a key of ``optimizer_moves.OPTIMIZERS``: adam, sgd (with any momentum) or rmsprop (without).
            images: float array, shape (images, rows, columns), of the size that the model takes.

        Raises:
            ValueError: how such an optimizer moves weights is not known here.
        """
        if name not in OPTIMIZERS:
            raise ValueError(f"{name} is none of {', '.join(OPTIMIZERS)}")
        images = self._shaped(images)
        self._make_weights(images)
        optimizer = self._state()["optimizer"] or {"name": message("none"), "learning_rate": None}
        if optimizer["name"].lower() != name:
            self.fail(
                message("{call} gave a model with the optimizer {optimizer}; expected {name}.", optimizer=optimizer["name"], name=name),
                ("optimizer", optimizer["name"]),
                hint,
            )
        rate = optimizer["learning_rate"]
        if rate is None or not slowest <= rate <= fastest:
            shown, slow = message("none") if rate is None else f"{rate:g}", rate is not None and rate < slowest
            self.fail(
                message(
                    "{call} gave a model with a learning rate of {shown}, which is too {speed}; expected something between {slowest:g} "
                    "and {fastest:g}.",
                    shown=shown, speed=message("slow") if slow else message("fast"), slowest=slowest, fastest=fastest,
                ),
                ("rate", "slow" if slow else "fast"),
                hint,
            )
        self._can_be_tried(hint)
        if not self._asked("optimizer", hint, lambda: self._behaviour(images).moves_as(name)):
            self.fail(
                message(
                    "{call} gave a model whose optimizer is called {optimizer} but does not change the weights as {name} does.",
                    optimizer=optimizer["name"], name=name,
                ),
                ("optimizer", "another in disguise"),
                hint,
            )

    def reports_accuracy(self, images: np.ndarray, labels: np.ndarray, hint: str = "") -> None:
        """Among the metrics is one that gives the share of images whose largest output is the label's."""
        self._can_be_tried(hint)
        images = self._shaped(images)
        metrics = self._score(images, labels, "metrics", hint)["metrics"]
        (rows,) = self.model.outputs(images)
        shown = {name: number for name, number in metrics.items() if name != "loss"}
        tried = [(images, rows, labels, {"metrics": metrics}), *self._judged(images, "metrics", hint)]
        if not any(
            all(
                abs(one["metrics"].get(name, np.nan) - accuracy(rows, labels, scores)) < 1e-4
                for _, rows, labels, one in tried
            )
            for name in shown
            for scores in (False, True)[: 1 + one_column(rows)]  # Keras cuts at 0.5, also bare scores
        ):
            asked = self._state()["metrics"]
            words = (
                message("reports {items}", items=", ".join((f"{name} {number:.3f}" for name, number in shown.items())))
                if shown
                else message("reports the loss only")
            )
            self.fail(
                message("{call} gave a model that {words}; the share of right answers is missing.", words=authored(words)), ("metrics", asked), hint
            )

    def _losses(self, images: np.ndarray, rows: np.ndarray, labels: np.ndarray) -> list[float]:
        """What the loss may be, by the ways in which a model can be told of it. In the same order each time."""
        rows = rows.astype(np.float64)
        known = last_scores(self._state()["weights"], images, "relu")
        with np.errstate(divide="ignore", invalid="ignore"):
            chances = [rows, softmax(rows), rows / rows.sum(axis=1, keepdims=True)]
        chances.append(chances[0] if known is None else softmax(known))
        return [cross_entropy(each, labels, least) for each in chances for least in (1e-7, 1e-300)]  # Keras does either

    def _judged(self, images: np.ndarray, what: str, hint: str) -> list[Any]:
        return self._asked(what, hint, self._behaviour(images).judged)

    def _score(self, images: np.ndarray, labels: np.ndarray, what: str, hint: str) -> dict[str, Any]:
        self._is_compiled(hint)
        return self._asked(what, hint, lambda: self.model.score(images, labels))
