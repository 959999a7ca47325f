"""A dense network as plain data: what the judge hands to a student's function, and what it can work out itself.

The judge never loads a model that a student's process made. It knows a network by its weights and multiplies them
with NumPy; a worker turns the same description into a real Keras model (``describe.models.build``).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from autograder.wire import Described


def relu(scores: np.ndarray) -> np.ndarray:
    return np.maximum(scores, 0)


def softmax(scores: np.ndarray) -> np.ndarray:
    """Probabilities from scores, row by row. (rows, classes) -> (rows, classes)"""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


ACTIVATIONS = {
    "relu": relu,
    "softmax": softmax,
    "linear": lambda scores: scores,
    "sigmoid": lambda scores: 1 / (1 + np.exp(-scores)),
    "tanh": np.tanh,
}


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
        image_shape: (rows, columns) of one image.
        learning_rate: of the adam that the model is compiled with.
        eager: compiled to run step by step. On small data that is several times faster, because Keras need not
            trace a graph first; the numbers are the same.

    Example:
        >>> network = Network.random((28, 28), [16, 10], np.random.default_rng(0))
        >>> network.outputs(np.zeros((3, 28, 28))).shape
        (3, 10)
    """

    layers: tuple[Dense, ...]
    image_shape: tuple[int, int] = (28, 28)
    learning_rate: float = 0.001
    eager: bool = True

    @classmethod
    def random(cls, image_shape: tuple[int, int], units: list[int], rng: np.random.Generator, **settings) -> Network:
        """Glorot-uniform kernels and zero biases, as Keras's ``Dense`` starts; relu between, softmax at the end.

        Args:
            units: of each dense layer; settings: ``learning_rate``, ``eager``.
        """
        widths = [image_shape[0] * image_shape[1], *units]
        layers = []
        for inputs, outputs in zip(widths, widths[1:], strict=False):
            limit = np.sqrt(6 / (inputs + outputs))
            kernel = rng.uniform(-limit, limit, size=(inputs, outputs)).astype(np.float32)
            layers.append(Dense(kernel, np.zeros(outputs, np.float32), "relu"))
        layers[-1] = Dense(layers[-1].kernel, layers[-1].bias, "softmax")
        return cls(tuple(layers), image_shape, **settings)

    @classmethod
    def planted(cls, weight: float = 8.0, classes: int = 10, image_shape: tuple[int, int] = (28, 28)) -> Network:
        """A network that answers k when pixel k of the first row is the bright one: every answer is known beforehand.

        Every way of asking it (``predict``, a call, one image at a time) gives the same answer, and with a moderate
        weight also the same loss; a saturated one would be clipped here and not there
        (measured: 50.0 against 16.1 with a weight of 50).
        """
        kernel = np.zeros((image_shape[0] * image_shape[1], classes), np.float32)
        kernel[np.arange(classes), np.arange(classes)] = weight
        return cls((Dense(kernel, np.zeros(classes, np.float32), "softmax"),), image_shape)

    def outputs(self, images: np.ndarray) -> np.ndarray:
        """What the last layer gives. (images, rows, columns) float -> (images, classes) float64"""
        values = np.asarray(images, dtype=np.float64).reshape(len(images), -1)
        for layer in self.layers:
            values = ACTIVATIONS[layer.activation](values @ layer.kernel.astype(np.float64) + layer.bias)
        return values

    def to_wire(self) -> Described:
        """Plain data for ``wire.encode``; ``describe.models.build`` reads it in the worker."""
        layers = [(layer.kernel, layer.bias, layer.activation) for layer in self.layers]
        content = {
            "layers": layers,
            "image_shape": tuple(self.image_shape),
            "learning_rate": self.learning_rate,
            "eager": self.eager,
        }
        return Described("network", "Sequential", content)
