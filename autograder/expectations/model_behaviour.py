"""What a model does with images, weights and labels that the judge draws. What it says of itself is only a claim.

A page can call its own functions relu and softmax, put anything behind the properties of a model, and change what
describes the model in the worker. What it gives for drawn images, also with weights that the judge has put into it,
can be held against NumPy: that is what points for a structure are given for.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from autograder.expectations.asked_model import AskedModel, Batch
from autograder.expectations.drawn_weights import (
    RANDOM_LAYERS,
    drawn_slopes,
    drawn_weights,
    goes_against,
    penalty_slopes,
)
from autograder.expectations.measures import answers
from autograder.expectations.network import ACTIVATIONS, Dense, Network, cross_entropy, last_scores, sigmoid, softmax
from autograder.expectations.optimizer_moves import OPTIMIZERS, same_steps
from autograder.expectations.reported_losses import ReportedLoss, falls_with, fitting, one_output_losses

NEAR = 1e-4  # float32 sums in another order differ by about 1e-6
STEP = 32  # images in a step of training that must be what adam does
FEW = 12  # images of which the loss and the accuracy are asked
BETAS = (0.9, 0.999)  # adam's, unless it is told others
FAR = 12.0  # times the greys of an image: then some scores are beyond 0 and 1
TWICE, ALONG, AGAIN = "softmax twice", "softmax along the images", "sigmoid twice"
ENDINGS = ACTIVATIONS | {TWICE: lambda scores: softmax(softmax(scores)), ALONG: lambda scores: softmax(scores.T).T}
ENDINGS[AGAIN] = lambda scores: sigmoid(sigmoid(scores))


class Structure(NamedTuple):
    """Dense layers with this activation between them, and this one behind the last: keys of ``ENDINGS``."""

    hidden: str
    last: str


class Behaviour:
    """One model, tried out. Nothing is asked before it is needed, and nothing twice.

    Args:
        answer: a ``model_answers.ModelAnswer``. state: what was told about it, see ``values.keras.models.describe_model``.
        image_shape: of one image, (rows, columns).

    Raises:
        StudentError: the model could not do what it was asked (each method).
    """

    def __init__(self, answer: AskedModel, state: dict[str, Any], image_shape: tuple[int, int]) -> None:
        self.answer, self.image_shape = answer, image_shape
        self.state_weights, self.scaling = state["weights"], _scaling(state["layers"])
        self.rate = (state["optimizer"] or {}).get("learning_rate") or 0.0
        self.betas = (state["optimizer"] or {}).get("betas") or BETAS
        self.random = any(layer["class_name"] in RANDOM_LAYERS for layer in state["layers"])
        self.rng = answer.drawing()
        self.weights = drawn_weights(self.state_weights, self.rng)
        self.known: dict[str, Any] = {}

    @classmethod
    def of(cls, answer: AskedModel, state: dict[str, Any], image_shape: tuple[int, int]) -> Behaviour:
        """That of this answer, which several checks share."""
        key = f"behaviour {image_shape}"
        if key not in answer.worked_out:
            answer.worked_out[key] = cls(answer, state, image_shape)
        found: Behaviour = answer.worked_out[key]
        return found

    # -- outputs ---------------------------------------------------------------------------------------------------

    def structures(self) -> list[Structure]:
        """The structures of dense layers that give what the model gives, with its own weights and with drawn ones.

        More than one where they give the same, as without a hidden layer.
        """
        if "structures" not in self.known:
            self.known["structures"] = self._structures()
        structures: list[Structure] = self.known["structures"]
        return structures

    def _structures(self) -> list[Structure]:
        if last_scores(self.state_weights, self._images(1), "linear") is None:
            return []
        own = [
            self._images(3),
            self._images(1, dark=0.8),
            self._images(2).astype(np.float64),
            self._images(40, dark=0.8),
        ]
        own.append(own[0][::-1])  # what it gave at first it gives again
        given = [self._images(2), self._images(17)]
        tried = [(self.state_weights, *pair) for pair in zip(own, self.answer.outputs(*own), strict=True)]
        tried += [
            (self.weights, *pair) for pair in zip(given, self.answer.outputs_with(given, self.weights), strict=True)
        ]
        found = [Structure(hidden, last) for hidden in ACTIVATIONS for last in ENDINGS]
        for weights, images, rows in tried:
            found = self._fitting(found, weights, images, rows)
        return found

    def still(self, structure: Structure) -> bool:
        """Whether it gives what this structure gives now, too, for other images and weights than before."""
        weights, images = drawn_weights(self.state_weights, self.rng), self._images(33, dark=0.5)
        (rows,) = self.answer.outputs_with([images], weights)
        return bool(self._fitting([structure], weights, images, rows))

    def _fitting(
        self, structures: list[Structure], weights: list[np.ndarray], images: np.ndarray, rows: object
    ) -> list[Structure]:
        known: dict[str, np.ndarray] = {}
        for one in structures:
            if one.hidden not in known:
                known[one.hidden] = self.scores(weights, images, one.hidden)
        return [one for one in structures if near(rows, ENDINGS[one.last](known[one.hidden]))]

    def scores(self, weights: list[np.ndarray], images: np.ndarray, hidden: str) -> np.ndarray:
        scale, offset = self.scaling
        found = last_scores(weights, images * scale + offset, hidden)
        if found is None:
            raise ValueError("not the weights of dense layers")
        return found

    # -- loss and metrics ------------------------------------------------------------------------------------------

    def judged(self) -> list[Any]:
        """Twice: images, what it gives for them, labels of which a drawn number is right, and what it says of them."""
        if "judged" not in self.known:
            first, second = self.rng.choice(np.arange(1, FEW), 2, replace=False)
            found = []
            for right in (first, second):
                images = self._images(FEW)
                (rows,) = self.answer.outputs(images)
                best, classes = answers(rows), max(2, rows.shape[-1] if rows.ndim == 2 else 1)
                wrong = (best + self.rng.integers(1, classes, FEW)) % classes
                labels = np.where(self.rng.permutation(FEW) < right, best, wrong).astype(np.uint8)
                found.append((images, rows, labels, self.answer.score(images, labels)))
            self.known["judged"] = found
        judged: list[Any] = self.known["judged"]
        return judged

    def reported(self) -> list[ReportedLoss]:
        """What it says is its loss for these images."""
        if "reported" not in self.known:
            self.known["reported"] = [
                ReportedLoss.ask(self.answer, images, rows, labels, said["loss"])
                for images, rows, labels, said in self.judged()
            ]
        reported: list[ReportedLoss] = self.known["reported"]
        return reported

    def gives_scores(self) -> bool | None:
        """Whether a model with one output gives bare scores, by what its loss is; None where the loss is another one."""
        shares, scores = fitting(self.reported(), one_output_losses)
        return None if shares == scores else scores

    def follows_scores(self) -> bool:
        """Whether the loss of a row is the smaller the larger the score of its label is, however large the scores are.

        A model with one output is asked of several rows, with the same label; another one of one row, with each label.
        """
        images = (self._images(FEW) - np.float32(0.5)) * np.float32(FAR)
        (given,) = self.answer.outputs(images)
        if given.shape[1] == 1:
            scores = given[:, 0]
            yes, no = ([self._loss_of(one, label) for one in images] for label in (1, 0))
            return falls_with(scores, yes) and falls_with(-scores, no)
        place = int((given > 1).sum(axis=1).argmax())
        return falls_with(given[place], [self._loss_of(images[place], label) for label in range(given.shape[1])])

    def _loss_of(self, image: np.ndarray, label: int) -> float:
        loss: float = self.answer.score(image[np.newaxis], np.array([label], np.uint8))["loss"]
        return loss

    # -- training --------------------------------------------------------------------------------------------------

    def keeps_what_it_learns(self) -> bool:
        """Whether all that a step of training changes is among the weights: put back, the model gives what it gave."""
        images = self._images(8)
        (before,) = self.answer.outputs(images)
        self.steps()
        (after,) = self.answer.outputs(images[::-1].copy())
        return near(after[::-1], before)

    def steps(self) -> tuple[list[Batch], dict[str, Any]]:
        """Two batches, and what a step of training with each of them gives, from the drawn weights.

        The first is one image with the label that the model thinks least of: there, other losses go other ways.
        """
        if "steps" not in self.known:
            images, structures = self._images(1), self.structures()
            label = int(self.rng.integers(0, self._classes()))
            if structures:
                label = int(_class_scores(self.scores(self.weights, images, structures[0].hidden)).argmin())
            many = self._images(STEP), self.rng.integers(0, self._classes(), STEP).astype(np.uint8)
            drawn: list[Batch] = [(images, np.array([label], np.uint8)), many]
            self.known["steps"] = drawn, self.answer.steps(drawn, self.weights)
        batches, taken = self.known["steps"]
        return batches, taken

    def learns_cross_entropy(self) -> bool | None:
        """Whether a step of training moves the last layer against the slope of cross-entropy. None if nothing moves.

        A strong penalty for the weights can turn a step. Its size is what the reported loss has more than cross-entropy; its
        slope is added. Layers that are random in training leave only the slope of the last bias as it is.
        """
        ((images, labels), *_), taken = self.steps()
        after = taken["weights"][0]
        if not any((one != old).any() for step in taken["weights"] for one, old in zip(step, self.weights, strict=bool(step))):
            return None  # not even with many images: one alone may be beyond the reach of relu
        structures = self.structures()
        ending = "sigmoid" if self.weights[-1].shape[-1:] == (1,) else "softmax"
        if not structures or structures[0].last not in (ending, "linear"):
            return True  # its other checks say so
        start = -self.weights[-1].size if self.random else 0
        move = np.concatenate([(one - old).ravel() for one, old in zip(after[-2:], self.weights[-2:], strict=True)])[start:]
        shares = softmax(_class_scores(self.scores(self.weights, images, structures[0].hidden)))
        slope = self._last_slope(images, labels, shares, structures[0].hidden)
        more = (taken["losses"][0] or 0.0) - cross_entropy(shares, labels.astype(int))
        penalties = penalty_slopes(self.weights, more) if more > NEAR else []
        return any(goes_against((slope + one)[start:], move) for one in [0.0, *penalties])

    def _last_slope(self, images: np.ndarray, labels: np.ndarray, shares: np.ndarray, hidden: str) -> np.ndarray:
        """The slope of cross-entropy at the drawn weights, along each weight of the last layer."""
        blame = (shares - np.eye(shares.shape[1])[labels]) / len(images)
        blame = blame[:, 1:] if self.weights[-1].shape[-1:] == (1,) else blame
        inputs = images.reshape(len(images), -1) * self.scaling[0] + self.scaling[1]
        if len(self.weights) > 2:
            inputs = ACTIVATIONS[hidden](self.scores(self.weights[:-2], images, hidden))
        return np.concatenate([(inputs.T @ blame).ravel(), blame.sum(axis=0)])

    def learns_like(self, structure: Structure) -> bool:
        """Whether its loss and its steps are those of adam on cross-entropy, with this structure."""
        start = self.network(structure).with_weights(self.weights)
        batches, taken = self.steps()
        first = start.adam_steps(batches[:1])
        losses = [_loss(network, *batch) for network, batch in zip((start, first), batches, strict=True)]
        said = [one is not None and abs(one - right) < 1e-3 for one, right in zip(taken["losses"], losses, strict=True)]
        moved = zip((first, start.adam_steps(batches)), taken["weights"], strict=True)
        return all(said) and all(same_steps(start, *pair) for pair in moved)

    def network(self, structure: Structure) -> Network:
        """The network that a model of this structure is."""
        pairs = list(zip(self.state_weights[::2], self.state_weights[1::2], strict=True))
        layers = [Dense(kernel, bias, structure.hidden) for kernel, bias in pairs[:-1]]
        layers.append(Dense(*pairs[-1], structure.last))
        from_logits = structure.last == "linear"
        return Network(tuple(layers), self.image_shape, learning_rate=self.rate, eager=False, from_logits=from_logits)

    def moves_as(self, name: str) -> bool:
        """Whether its optimizer moves weights as one of this kind does, at the rate that was told.

        Args:
            name: a key of ``optimizer_moves.OPTIMIZERS``.
        """
        slopes = [[drawn_slopes(weight.shape, self.rng) for weight in self.state_weights] for _ in "12"]
        return OPTIMIZERS[name](slopes, self.answer.moves(slopes), self.rate, self.betas)

    # -- drawn ------------------------------------------------------------------------------------------------------

    def _images(self, count: int, dark: float = 0.0) -> np.ndarray:
        """Images of random greys, a share of them dark."""
        greys = self.rng.random((count, *self.image_shape), np.float32)
        return np.where(self.rng.random(greys.shape) < dark, np.float32(0), greys)

    def _classes(self) -> int:
        return max(2, int(self.state_weights[-1].shape[-1])) if self.state_weights else 2


def _class_scores(scores: np.ndarray) -> np.ndarray:
    """A score for each class: one output's is that of yes over no, which counts as 0."""
    return np.concatenate([np.zeros_like(scores), scores], axis=1) if scores.shape[1] == 1 else scores


def near(one: object, other: np.ndarray) -> bool:
    return (
        isinstance(one, np.ndarray)
        and one.shape == other.shape
        and bool(np.allclose(one, other, rtol=1e-3, atol=NEAR))
    )


def _scaling(layers: list[dict[str, Any]]) -> tuple[float, float]:
    """What a model does to the pixels before its first dense layer, if it says so: times, plus."""
    for layer in layers:
        if layer["class_name"] == "Dense":
            break
        if layer["class_name"] == "Rescaling" and layer.get("scale") is not None:
            return layer["scale"], layer.get("offset") or 0.0
    return 1.0, 0.0


def _loss(network: Network, images: np.ndarray, labels: np.ndarray) -> float:
    rows = network.outputs(images)
    return cross_entropy(softmax(rows) if network.from_logits else rows, labels)
