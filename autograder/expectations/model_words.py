"""What every word about a model needs: that it is one, its description, and what it does when it is tried out.

What a model says of itself is a claim; a point is given for what it does (``model_behaviour``): the judge draws images, weights
and labels, multiplies itself, and compares. A layer's class or a loss's name only helps to word the message.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self, TypeVar, cast

import numpy as np

from autograder.core.languages import authored, message, plural
from autograder.expectations.answer import Answer, StudentError, Words
from autograder.expectations.asked_model import AskedModel
from autograder.expectations.exception_hints import meaning
from autograder.expectations.model_behaviour import Behaviour, Structure
from autograder.expectations.reported_losses import ReportedLoss
from autograder.expectations.value_words import called

DEEPEST = 50  # layers of a model that is tried out and trained; each costs the more the more there are
LARGEST = 5_000_000  # trainable weights of such a model
OLD = {"tensorflow", "tf_keras"}  # packages with models that are not Keras's own
USUAL_LAYERS = {"InputLayer", "Flatten", "Reshape", "Dense", "Activation", "ReLU", "Softmax"}

Found = TypeVar("Found")


class ModelWords(Words):
    """What the words about models share.

    Args:
        answer: a ``model_answers.ModelAnswer``.

    Raises:
        Failure: the answer is not a model.
    """

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        self._known: dict[str, Any] | None = None  # the model's description
        self._either = False
        if answer.kind != "model":
            name = answer.type_name
            what = "None" if answer.value is None else called(name)
            package, _, kind = name.rpartition(".")
            hint = {
                "NoneType": message("Is the return missing? summary, add and compile give None."),
                "KerasTensor": message("This is the output of the network, not the network."),
            }.get(kind, "")
            if package.partition(".")[0] in OLD and kind in ("Sequential", "Functional", "Model"):
                hint = (
                    message(
                        "This is a {kind} from an old copy of Keras (such as tensorflow.python.keras). Write import keras, and take "
                        "{kind} and its layers from there.",
                        kind=kind,
                    )
                )
            if name.startswith("the class "):
                hint = message("A class is called to make an object of it: are the parentheses missing?")
            self.fail(message("{call} gave {what}. Expected a Keras model.", what=authored(what)), ("no model", answer.type_name), hint)
        self.model = cast(AskedModel, answer)

    def in_either_shape(self) -> Self:
        """From here on, the model may take rows of the given shape, or with a last axis of 1 more: (5, 4) or (5, 4, 1).

        Example:
            >>> expect(model).is_a_model().in_either_shape().takes_and_gives(images, 3)  # doctest: +SKIP
        """
        self._either = True
        return self

    def _shaped(self, rows: np.ndarray) -> np.ndarray:
        """Rows in the shape that the model takes: as they are, or with a last axis of 1."""
        if not self._either:
            return rows
        known = self.model.worked_out
        key = f"last axis {rows.shape[1:]}"
        if key not in known:
            known[key] = not self.model.takes(rows[:1]) and self.model.takes(rows[:1, ..., np.newaxis])
        return rows[..., np.newaxis] if known[key] else rows

    def _state(self) -> dict[str, Any]:
        """The model's description; asked again once its weights exist."""
        if self._known is None:
            self._known = self.model.plain
            if not self._known["weights"] or not self._known["built"]:
                self._known = self.model.state()
        return self._known

    def _make_weights(self, images: np.ndarray) -> None:
        """A model that does not know the size of its images has weights only once it has seen one."""
        if not self._state()["weights"] and not self._state()["built"]:
            with contextlib.suppress(StudentError):
                self.model.outputs(images)
            self._known = None

    def _gives_scores(self, rows: np.ndarray) -> bool:
        """Whether a model with one output gives bare scores: by what its loss is for drawn rows, else by their range."""
        try:
            found = self._behaviour(rows).gives_scores()
        except StudentError:
            found = None
        return (self._takes_scores() and self._loss_follows_scores(rows)) if found is None else found

    def _loss_follows_scores(self, rows: np.ndarray) -> bool:
        """Whether a loss that is told of bare scores treats them as such: the larger the score of the label, the smaller the loss,
        also beyond 0 and 1, where a loss of probabilities stays the same. True where it cannot be asked, or nothing is beyond.
        """
        try:
            return self._behaviour(rows).follows_scores()
        except StudentError:
            return True

    def _outputs(self) -> int | None:
        """How many numbers the last layer gives: its kernel's columns; None where there is none."""
        kernels = [weight for weight in self._state()["weights"] if weight.ndim == 2]
        return kernels[-1].shape[1] if kernels else None

    def _learning_rate(self) -> float | None:
        rate: float | None = (self._state()["optimizer"] or {}).get("learning_rate")
        return rate

    def _takes_scores(self) -> bool:
        """Whether its loss is told that it gets bare scores."""
        return (self._state()["loss"] or {}).get("from_logits") is True

    def _behaviour(self, images: np.ndarray) -> Behaviour:
        return Behaviour.of(self.model, self._state(), images.shape[1:])

    def _structures(self, images: np.ndarray) -> list[Structure]:
        """What structures of dense layers it computes; none where it cannot be tried out with other weights."""
        try:
            return self._behaviour(images).structures()
        except StudentError:
            return []

    def _is_small(self) -> None:
        """Small enough to be tried. Its size may be told, and a large one would delay the class."""
        state = self._state()
        depth, count = state.get("depth", 0), state["trainable"]
        if depth > DEEPEST or count > LARGEST:
            what = message("{depth:,} layers", depth=depth) if depth > DEEPEST else message("{count:,} trainable weights", count=count)
            most = message("{deepest} layers", deepest=DEEPEST) if depth > DEEPEST else message("{largest:,} weights", largest=LARGEST)
            self.fail(message("{call} gave a model of {what}. A model of more than {most} is not trained here.", what=authored(what), most=most), ("too large",))

    def _can_be_tried(self, hint: str) -> None:
        """It is small enough, and gives one thing for each row: what words about outputs, losses and trainings need."""
        self._has_one_output(self.model.plain.get("outputs") or [], hint)
        self._is_small()

    def _has_one_output(self, several: Sequence[Any] | Mapping[str, Any], hint: str) -> None:
        """
        Args:
            several: the shapes of its outputs, or what it gave.
        """
        if len(several) > 1:
            shapes = [getattr(one, "shape", one) for one in (several.values() if isinstance(several, Mapping) else several)]
            self.fail(message("{call} gave a model with {number} outputs; expected one.", number=len(several)), ("several outputs", shapes), hint)

    def _by_name(self, given: Any) -> dict[str, Any]:
        """What a model gave, by the names of its outputs: as it says itself, or by their places."""
        if isinstance(given, dict):
            return given
        several = given if isinstance(given, (tuple, list)) else (given,)
        said: list[str] = self._state().get("output_names", [])
        names = said if len(set(said)) == len(several) else [str(place) for place in range(len(several))]
        return dict(zip(names, several, strict=True))

    def _has_as_many_outputs(self, given: Mapping[str, Any], wanted: int, hint: str) -> None:
        """
        Args:
            given: what it gave, by name.
        """
        if len(given) != wanted:
            self.fail(
                plural(
                    "{call} gave a model with {count} output; expected {wanted}.", "{call} gave a model with {count} outputs; expected {wanted}.",
                    len(given), wanted=wanted,
                ),
                shapes_of(given),
                hint,
            )

    def _has_the_output(self, name: str, given: Mapping[str, Any], hint: str) -> None:
        if name not in given:
            self.fail(message("{call} gave a model without an output {name}; it has {names}.", name=name, names=", ".join(given)), ("no output", sorted(given)), hint)

    def _why_it_stands(self) -> str:
        """Why a training step changes no weight."""
        if not self._state()["trainable"] and self._frozen_layer():
            return message("its weights are frozen (trainable=False)")
        return message("its learning rate is 0") if self._learning_rate() == 0 else message("it minimises nothing")

    def _frozen_layer(self) -> str:
        """The class of the first layer that is told not to learn; empty if there is none."""
        frozen: list[str] = [one["class_name"] for one in self._state()["layers"] if one.get("trainable") is False]
        return next((name for name in frozen if name != "InputLayer"), "")

    def _asked(self, what: str, hint: str, question: Callable[[], Found]) -> Found:
        """The answer to a question about the loss or the metrics; a ``Failure`` where the model raises."""
        try:
            return question()
        except StudentError as error:
            first = error.first_line[:200]
            settings = {"loss": (self._state()["loss"] or {}).get("name"), "metrics": self._state()["metrics"]}
            both = message("loss and metrics")  # they are asked together
            what = {"loss": both, "metrics": both, "optimizer": message("optimizer")}.get(what, what)
            self.fail(
                message(
                    "{call} gave a model whose {what} cannot be calculated for labels that are single numbers: {reply}: {first}",
                    what=authored(what), reply=error.reply["type"], first=first,
                ),
                ("score", error.reply["type"], settings),
                hint or meaning((error.reply["type"], *error.reply.get("bases", ())), error.reply.get("message", "")),
            )

    def _reported_losses(self, rows: np.ndarray, given: np.ndarray, labels: np.ndarray, hint: str) -> list[ReportedLoss]:
        """What the model says is its loss, for these rows (in its shape) and for drawn ones."""

        def ask() -> list[ReportedLoss]:
            loss = self.model.score(rows, labels)["loss"]
            return [ReportedLoss.ask(self.model, rows, given, labels, loss), *self._behaviour(rows).reported()]

        return self._asked("loss", hint, ask)

    def _is_compiled(self, hint: str) -> None:
        if not self._state()["compiled"]:
            self.fail(
                message("{call} gave a model that is not compiled: it does not know yet what to minimise."), ("not compiled",), hint
            )

    def _activations(self) -> list[tuple[object, ...]]:
        return [(layer["class_name"], layer["units"], layer["activation"]) for layer in self.model.plain["layers"]]

    def _extra_layers(self) -> list[str]:
        return [name for layer in self.model.plain["layers"] if (name := layer["class_name"]) not in USUAL_LAYERS]


def shapes_of(given: Mapping[str, Any]) -> tuple[str, list[list[int]]]:
    """The evidence of what a model gave: for each output the shape of one row."""
    return "outputs", [list(np.shape(one)[1:]) for one in given.values()]
