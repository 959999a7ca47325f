"""Words about a model's inputs and outputs, and about the layers between."""

from __future__ import annotations

import numpy as np

from autograder.core.languages import authored, message, with_and
from autograder.expectations.answer import StudentError, fail_closed
from autograder.expectations.binary_words import BinaryWords
from autograder.expectations.drawn_weights import RANDOM_LAYERS
from autograder.expectations.measures import one_column
from autograder.expectations.model_behaviour import ENDINGS, TWICE, near
from autograder.expectations.network import cross_entropy, softmax
from autograder.expectations.reported_losses import fitting

NEAR = 1e-4  # float32 sums in another order differ by about 1e-6
COUNTED = (message("no"), message("one"), message("two"), message("three"), message("four"), message("five"), message("six"), message("seven"), message("eight"), message("nine"), message("ten"), message("eleven"), message("twelve"))  # fmt: skip


@fail_closed
class StructureWords(BinaryWords):
    """What can be said about a model's layers."""

    def takes_and_gives(self, images: np.ndarray, outputs: int | None, hint: str = "") -> np.ndarray:
        """For a batch of images the model gives one row of finite numbers each. Returns the rows.

        Args:
            images: float array, shape (images, rows, columns). outputs: numbers in a row; None for any.
        """
        self._has_one_output(self.model.plain.get("outputs") or [], hint)
        images = self._shaped(images)
        try:
            (rows,) = self.model.outputs(images)
        except StudentError as error:
            first = error.first_line[:200]
            kind = error.reply["type"]
            settings = [layer["class_name"] for layer in self.model.plain["layers"]]
            self.fail(
                message("{call} gave a model that does not take images of shape {shape}: {kind}: {first}", shape=images.shape, kind=kind, first=first),
                ("does not take images", kind, settings, self.model.plain["input_shape"]),
                hint or _one_row(images.shape[1:]),
            )
        if isinstance(rows, (tuple, dict)):
            self._has_one_output(rows, hint)
        shape = getattr(rows, "shape", None)
        wanted = (len(images), outputs or (shape[-1] if shape else 0))
        if not isinstance(rows, np.ndarray) or shape != wanted:
            self.fail(
                message(
                    "{call} gave a model that turns {number} images into shape {shape}; expected {wanted} (images, classes).",
                    number=len(images), shape=shape, wanted=wanted,
                ),
                ("output shape", shape, self._activations()),
                hint,
            )
        if not np.isfinite(rows).all():
            self.fail(message("{call} gave a model whose output contains numbers that are not finite."), ("not finite",), hint)
        return rows

    def has_dense_layers(self, units: list[int], images: np.ndarray, hint: str = "") -> None:
        """The trainable weights are those of dense layers with these numbers of units, and nothing else.

        Args:
            images: float array, shape (images, rows, columns), of the size that the model takes.
        """
        images = self._shaped(images)
        self._make_weights(images)
        self._is_small()
        shapes = [weight.shape for weight in self._state()["weights"]]
        kernels = [shape for shape in shapes if len(shape) == 2]
        found = [shape[1] for shape in kernels]
        pixels = int(np.prod(images.shape[1:]))
        frozen = [layer["class_name"] for layer in self._state()["layers"] if not layer["trainable"]]
        others = self._extra_layers()
        evidence = ("layers", shapes, others)
        random = [layer for layer in others if layer in RANDOM_LAYERS]
        if random:
            self.fail(
                message("{call} gave a model with a {random} layer between; expected {units} and nothing else.", random=random[0], units=_units(units)),
                evidence,
                hint,
            )
        if frozen:
            self.fail(message("{call} gave a model with a frozen layer ({frozen}), which cannot learn.", frozen=frozen[0]), ("frozen", shapes), hint)
        besides = message(" The page does not ask for the {others} layer.", others=others[0]) if others and others != ["Rescaling"] else ""
        if found != units:
            words = _units(found) or message("no dense layer")
            self.fail(message("{call} gave a model with {words}; expected {units}.{besides}", words=authored(words), units=_units(units), besides=besides), evidence, hint)
        expected: list[tuple[int, ...]] = []
        for count, width in zip([pixels, *units], units, strict=False):
            expected += [(count, width), (width,)]
        if shapes != expected:
            total = sum(int(np.prod(shape)) for shape in shapes)
            wanted = sum(int(np.prod(shape)) for shape in expected)
            first = kernels[0][0]
            whole = (
                message(" Its first dense layer gets {first} of the {pixels} numbers of an image at a time.", first=first, pixels=pixels)
                if first < pixels and not besides
                else ""
            )
            self.fail(
                message(
                    "{call} gave a model with {total:,} trainable weights; expected {wanted:,}.{besides}{whole}",
                    total=total, wanted=wanted, besides=besides, whole=whole,
                ), evidence, hint
            )
        if not self._structures(images):
            self.fail(
                message(
                    "{call} gave a model whose weights have the right shapes, but its output for an image is not the output of dense "
                    "layers with these weights.{besides}",
                    besides=besides,
                ),
                ("not of its weights", self._activations(), others),
                hint,
            )

    def computes(self, images: np.ndarray, hidden: str, hint: str = "") -> None:
        """The rows are what dense layers with this hidden activation make of images, calculated from the weights.

        The last layer may end in softmax, or in bare scores if the loss is told so.

        Args:
            images: float array, shape (images, rows, columns); hidden: a key of ``network.ACTIVATIONS``.
        """
        self._is_small()
        rows = self.takes_and_gives(images, self._outputs())
        images = self._shaped(images)
        others = self._extra_layers()
        found = [] if "Rescaling" in others else self._structures(images)
        if found and len(self._state()["weights"]) < 4:
            self.fail(message("{call} gave a model without a hidden layer; expected one with {hidden}.", hidden=hidden), ("hidden", "none"), hint)
        if found and self._fits(rows, images, hidden):
            return
        if found and hidden not in {one.hidden for one in found}:
            other = found[0].hidden
            none = message("no activation") if other == "linear" else f"{other}"
            self.fail(message("{call} gave a model whose hidden layer has {none}; expected {hidden}.", none=none, hidden=hidden), ("hidden", other), hint)
        besides = message(" It has a {others} layer, too.", others=others[0]) if others else ""
        self.fail(
            message("{call} gave a model whose output is not the output of its dense layers with {hidden} between them.{besides}", hidden=hidden, besides=besides),
            ("computes", self._activations(), others),
            hint,
        )

    def gives_probabilities(self, images: np.ndarray, hint: str = "", classes: int | None = None) -> None:
        """Each row is shares that sum to 1; or bare scores, if the loss is told ``from_logits``.

        A model with one output gives one probability, that of yes, unless there are more than two classes.

        Remarks on bare scores, and on a loss that is told of bare scores and gets shares.
        """
        self._is_small()
        rows = self.takes_and_gives(images, self._outputs())
        images = self._shaped(images)
        if one_column(rows) and classes in (None, 2):
            self._is_one_probability(rows, images, hint)
            return
        sums = rows.astype(np.float64).sum(axis=1)
        endings = {one.last for one in self._structures(images)}
        shares = rows.min() >= -NEAR and np.abs(sums - 1).max() <= 1e-3
        from_logits = self._takes_scores()
        bare = not shares and (not endings or "linear" in endings)
        said = from_logits and endings and self._loss_follows_scores(images)
        if bare and (said or self._loss_takes_scores(images)):
            self.answer.remarks.append(
                message(
                    "The model gives raw scores, but the description asks for probabilities: a last layer with softmax. This is "
                    "accepted because the loss knows it (from_logits=True)."
                )
            )
            return
        if not shares:
            count = rows.shape[1]
            self.fail(
                message(
                    "{call} gave a model whose rows sum to {least:.2f} … {most:.2f}, with numbers from {low:.2f} to "
                    "{high:.2f}; expected {count} probabilities that sum to 1.",
                    least=sums.min(), most=sums.max(), low=rows.min(), high=rows.max(), count=COUNTED[count] if count < len(COUNTED) else count,
                ),
                ("sums", self._activations()),
                hint,
            )
        if "softmax" in endings:
            if from_logits:
                self.answer.remarks.append(
                    message("from_logits=True tells the loss that it gets raw scores, but this model gives probabilities. Leave it out.")
                )
            return  # another hidden activation is not the business of this word
        if TWICE in endings:
            self.fail(message("{call} gave a model that ends in softmax twice, one after the other."), ("softmax twice",), hint)
        if near(rows, np.broadcast_to(rows[:1], rows.shape)):
            self.fail(message("{call} gave a model that gives the same row for every image."), ("the same row",), hint)
        if endings:
            self.fail(
                message("{call} gave a model that does not end in softmax of the scores."),
                ("last", self._activations()),
                hint,
            )

    def _loss_takes_scores(self, images: np.ndarray) -> bool:
        """Whether its loss is that of bare scores, even if it is unknown what its layers do."""
        try:
            reported = self._behaviour(images).reported()
        except StudentError:
            return False
        ways = lambda _, rows, labels: [cross_entropy(softmax(rows.astype(np.float64)), labels, 1e-300)]  # noqa: E731
        return all(fitting(reported, ways))

    def _fits(self, rows: np.ndarray, images: np.ndarray, hidden: str) -> bool:
        """Whether these rows, too, are what one of its structures with this hidden activation gives."""
        behaviour = self._behaviour(images)
        known = behaviour.scores(behaviour.state_weights, images, hidden)
        return any(near(rows, ENDINGS[one.last](known)) for one in self._structures(images) if one.hidden == hidden)


def _one_row(shape: tuple[int, ...]) -> str:
    """What a model gets, for people who think of one row at a time."""
    if len(shape) == 2:
        return message("The model's input is a single image, {rows} rows by {columns} columns.", rows=shape[0], columns=shape[1])
    return message("The model's input is a single row of {shape} numbers.", shape=shape[0]) if len(shape) == 1 else ""


def _units(units: list[int]) -> str:
    if not units:
        return ""
    numbers = with_and([str(number) for number in units])
    return message("dense layers of {numbers} units", numbers=numbers) if len(units) > 1 else message("one dense layer of {numbers} units", numbers=numbers)
