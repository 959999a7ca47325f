"""A dense network as plain data: what the judge gives to a student's function, and what it can calculate itself.

The judge never loads a model that a student's process made. It knows a network by its weights and multiplies them
with NumPy; a worker turns the same description into a real Keras model (``values.keras.computing.build_network``).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np

from autograder.transport.wire import Described

ADAM = (0.9, 0.999)  # Keras's own betas
BLOCK = 1000  # images at a time: 10,000 at once take 60 MB of fresh memory for each copy, and twice as long


def relu(scores: np.ndarray) -> np.ndarray:
    found: np.ndarray = np.maximum(scores, 0)
    return found


def softmax(scores: np.ndarray) -> np.ndarray:
    """Probabilities from scores, row by row. (rows, classes) -> (rows, classes)"""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    found: np.ndarray = powers / powers.sum(axis=-1, keepdims=True)
    return found


def sigmoid(scores: np.ndarray) -> np.ndarray:
    found: np.ndarray = np.exp(-np.logaddexp(0, -scores))  # 1 / (1 + exp(-scores)) overflows
    return found


def elu(scores: np.ndarray) -> np.ndarray:
    return np.where(scores > 0, scores, np.expm1(np.minimum(scores, 0)))


ACTIVATIONS: dict[str, Callable[[np.ndarray], np.ndarray]] = {  # as Keras has them, with the settings that nobody changes
    "relu": relu,
    "softmax": softmax,
    "linear": lambda scores: scores,
    "sigmoid": sigmoid,
    "tanh": np.tanh,
    "elu": elu,
    "gelu": lambda scores: scores * (1 + np.vectorize(math.erf)(scores / math.sqrt(2))) / 2,
    "leaky_relu": lambda scores: np.where(scores > 0, scores, 0.2 * scores),
    "log_softmax": lambda scores: np.log(softmax(scores)),
    "relu6": lambda scores: np.clip(scores, 0, 6),
    "selu": lambda scores: 1.0507009873554805 * np.where(scores > 0, scores, 1.6732632423543772 * elu(scores)),
    "silu": lambda scores: scores * sigmoid(scores),
    "softplus": lambda scores: np.logaddexp(scores, 0),
    "softsign": lambda scores: scores / (1 + np.abs(scores)),
}


def forward(layers: Iterable[tuple[np.ndarray, np.ndarray, str]], images: np.ndarray) -> Iterator[np.ndarray]:
    """What each of dense layers gives for images: the only place where a network is calculated.

    Args:
        layers: kernel, bias and activation (a key of ``ACTIVATIONS``) of each.
        images: (images, …) float; all is calculated in the type that comes of it and the kernels.
    """
    values = images.reshape(len(images), -1)
    for kernel, bias, activation in layers:
        values = ACTIVATIONS[activation](values @ kernel + bias)
        yield values


def last_scores(
    weights: list[np.ndarray], images: np.ndarray, hidden: str, dtype: type = np.float64
) -> np.ndarray | None:
    """What the last of dense layers gets to see, from the weights alone; None if they are not those of dense layers.

    Args:
        weights: kernel, bias, kernel, bias …; hidden: the activation of all layers but the last.
    """
    kernels, biases = weights[::2], weights[1::2]
    width = images.size // max(1, len(images))
    if not weights or len(weights) % 2:
        return None
    for kernel, bias in zip(kernels, biases, strict=True):
        if kernel.ndim != 2 or kernel.shape[0] != width or bias.shape != kernel.shape[1:]:
            return None
        width = kernel.shape[1]
    names = [hidden] * (len(kernels) - 1) + ["linear"]
    layers: Iterable[tuple[np.ndarray, np.ndarray, str]] = zip(
        (one.astype(dtype) for one in kernels), (one.astype(dtype) for one in biases), names, strict=True
    )
    found: np.ndarray
    *_, found = forward(layers, images.astype(dtype))
    return found


class Score(NamedTuple):
    """How well images are read: the share that is right, and the mean of -log of the probability of the true class."""

    accuracy: float
    loss: float


@dataclass(frozen=True)
class Dense:
    """One dense layer: ``activation(inputs @ kernel + bias)``.

    Attributes:
        kernel: float array, shape (inputs, units).
        bias: float array, shape (units,).
        activation: a key of ``ACTIVATIONS``.
    """

    kernel: np.ndarray
    bias: np.ndarray
    activation: str = "linear"


@dataclass(frozen=True)
class Network:
    """Images in, flattened, through dense layers, class probabilities out.

    Attributes:
        layers: ``Dense`` layers, first to last.
        image_shape: of one row: (rows, columns) of an image, (columns,) of a table.
        learning_rate: of the adam that the model is compiled with.
        betas: of that adam: how long it remembers gradients and their squares.
        from_logits: the last layer gives bare scores ("linear"), and the loss is told so.
        eager: compiled to run step by step. On small data that is several times faster, because Keras need not
            trace a graph first; the numbers are the same.

    Example:
        >>> network = Network.random((5, 4), [16, 2], np.random.default_rng(0))
        >>> network.outputs(np.zeros((3, 5, 4))).shape
        (3, 2)
    """

    layers: tuple[Dense, ...]
    image_shape: tuple[int, ...]
    learning_rate: float = 0.001
    eager: bool = True
    from_logits: bool = False
    betas: tuple[float, float] = ADAM

    @classmethod
    def random(cls, image_shape: tuple[int, ...], units: list[int], rng: np.random.Generator, **settings: Any) -> Network:
        """Glorot-uniform kernels and zero biases, as Keras's ``Dense`` starts; relu between, softmax at the end.

        Args:
            units: of each dense layer; settings: ``learning_rate``, ``eager``.
        """
        widths = [math.prod(image_shape), *units]
        layers: list[Dense] = []
        for inputs, outputs in zip(widths, widths[1:], strict=False):
            limit = np.sqrt(6 / (inputs + outputs))
            kernel = rng.uniform(-limit, limit, size=(inputs, outputs)).astype(np.float32)
            layers.append(Dense(kernel, np.zeros(outputs, np.float32), "relu"))
        layers[-1] = Dense(layers[-1].kernel, layers[-1].bias, "softmax")
        return cls(tuple(layers), image_shape, **settings)

    @classmethod
    def planted(
        cls,
        weight: float = 8.0,
        *,
        classes: int,
        image_shape: tuple[int, ...],
        bias: np.ndarray | None = None,
        shifted: np.ndarray | None = None,
    ) -> Network:
        """A network that answers k when pixel k of the first row is the bright one: every answer is known beforehand.

        With a bias it is sensitive to scale: in images that are scaled once more the bias decides, in brighter ones the pixels do.

        Every way of asking it (``predict``, a call, one image at a time) gives the same answer, and with a moderate
        weight also the same loss; a saturated one would be clipped here and not there
        (measured: 50.0 against 16.1 with a weight of 50).

        Args:
            bias: one number for each class; zeros without it.
            shifted: for each class, the weight of the last pixel of the first row, which is to be 0 in all images. Where something
                is added to all pixels, the other weights move all scores alike; these do not.
        """
        kernel = np.zeros((math.prod(image_shape), classes), np.float32)
        kernel[np.arange(classes), np.arange(classes)] = weight
        kernel[image_shape[-1] - 1] += 0 if shifted is None else shifted
        bias = np.zeros(classes) if bias is None else np.asarray(bias)
        return cls((Dense(kernel, bias.astype(np.float32), "softmax"),), image_shape)

    def outputs(self, images: np.ndarray, dtype: type = np.float64) -> np.ndarray:
        """What the last layer gives. (images, rows, columns) float -> (images, classes), calculated in this type."""
        layers = self._as(dtype)
        found: np.ndarray = np.empty((len(images), layers[-1][0].shape[1]), dtype)
        for start in range(0, len(images), BLOCK):
            *_, found[start : start + BLOCK] = forward(layers, np.asarray(images[start : start + BLOCK], dtype=dtype))
        return found

    def _as(self, dtype: type) -> list[tuple[np.ndarray, np.ndarray, str]]:
        return [(one.kernel.astype(dtype), one.bias.astype(dtype), one.activation) for one in self.layers]

    def score(self, images: np.ndarray, labels: np.ndarray) -> Score:
        """How well it reads; for networks that give softmax, or bare scores with ``from_logits``.

        In float32, as Keras would: of 10,000 images that is 0.03 s less, and nothing is compared with the rows.
        """
        rows = self.outputs(images, np.float32)
        return Score(share_right(rows, labels), cross_entropy(softmax(rows) if self.from_logits else rows, labels))

    def with_weights(self, weights: list[np.ndarray]) -> Network:
        """The same network with other numbers: kernel, bias, kernel, bias …"""
        pairs = zip(weights[::2], weights[1::2], strict=True)
        layers = [
            Dense(kernel, bias, layer.activation) for (kernel, bias), layer in zip(pairs, self.layers, strict=True)
        ]
        return replace(self, layers=tuple(layers))

    def weights(self) -> list[np.ndarray]:
        """kernel, bias, kernel, bias …"""
        return [array for layer in self.layers for array in (layer.kernel, layer.bias)]

    def gradients(self, images: np.ndarray, labels: np.ndarray) -> list[np.ndarray]:
        """How the mean cross-entropy of a batch changes with each weight, by backpropagation.

        For networks of relu layers and a last one that gives softmax, or one sigmoid, or bare scores with ``from_logits``.

        Args:
            images: (images, …) float; labels: (images,) int.

        Returns:
            Arrays shaped like ``weights()``, float64.
        """
        pixels = np.asarray(images, dtype=np.float64)
        *hidden, chances = forward(self._as(np.float64), pixels)
        last, one = self.layers[-1].activation, chances.shape[1] == 1
        if last == "linear":
            chances = sigmoid(chances) if one else softmax(chances)
        inputs = [pixels.reshape(len(pixels), -1), *hidden]
        truth = np.asarray(labels, np.float64)[:, np.newaxis] if one else np.eye(chances.shape[1])[labels]
        blame = (chances - truth) / len(images)
        found: list[np.ndarray] = []
        for layer, values in zip(reversed(self.layers), reversed(inputs), strict=True):
            found[:0] = [values.T @ blame, blame.sum(axis=0)]
            blame = (blame @ layer.kernel.T.astype(np.float64)) * (values > 0)
        return found

    def adam_steps(self, batches: list[tuple[np.ndarray, np.ndarray]]) -> Network:
        """The network after one step of Keras's adam (its betas, epsilon 1e-7) for each batch.

        Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2015), in the form that Keras computes.
        """
        *_, last = [self, *self.adam_path(batches)]
        return last

    def adam_path(self, batches: Iterable[tuple[np.ndarray, np.ndarray]]) -> Iterator[Network]:
        """The network after each of these steps, see ``adam_steps``."""
        now, (first, second) = self, self.betas
        mean: list[Any] = [0.0] * len(self.weights())  # arrays, from the first step on
        square: list[Any] = [0.0] * len(self.weights())
        for step, (images, labels) in enumerate(batches, 1):
            gradients = now.gradients(images, labels)
            mean = [first * old + (1 - first) * new for old, new in zip(mean, gradients, strict=True)]
            square = [second * old + (1 - second) * new**2 for old, new in zip(square, gradients, strict=True)]
            rate = self.learning_rate * np.sqrt(1 - second**step) / (1 - first**step)
            moved = [
                weight - rate * one / (np.sqrt(other) + 1e-7)
                for weight, one, other in zip(now.weights(), mean, square, strict=True)
            ]
            now = now.with_weights(moved)
            yield now

    def to_wire(self) -> Described:
        """Plain data for ``wire.encode``; ``values.keras.computing.build_network`` reads it in the worker."""
        layers = [(layer.kernel, layer.bias, layer.activation) for layer in self.layers]
        content = {
            "layers": layers,
            "image_shape": tuple(self.image_shape),
            "learning_rate": self.learning_rate,
            "eager": self.eager,
            "from_logits": self.from_logits,
            "betas": tuple(self.betas),
        }
        return Described("network", "Sequential", content)


def cross_entropy(chances: np.ndarray, labels: np.ndarray, least: float = 1e-7) -> float:
    """The mean of -log of the true class's probability; none counts as less than ``least``, 1e-7 as in Keras.

    Args:
        chances: rows of probabilities, (images, classes); labels: (images,) int.
    """
    return float(-np.log(np.maximum(chances[np.arange(len(labels)), labels], least)).mean())


def share_right(scores: np.ndarray, labels: np.ndarray) -> float:
    """The share of rows whose largest number is at the label's place."""
    if scores.ndim != 2 or len(scores) != len(labels):
        return 0.0
    return float((scores.argmax(axis=1) == labels).mean())
