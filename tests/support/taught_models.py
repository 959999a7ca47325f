"""A model of one layer of zeros, as it is after a training on images of one bright pixel each. Without Keras."""

import numpy as np

from autograder.expectations import Answer
from autograder.transport.wire import Described

COUNT = 20  # of images
LABELS = np.arange(COUNT, dtype=np.uint8) % 3
BLANK = np.zeros((24, 3), np.float32)  # 24 pixels, three classes, one layer of zeros
BIAS = np.zeros(3, np.float32)


def taught(labels: np.ndarray, pixels: range | list | None = None) -> list[np.ndarray]:
    """The weights of the blank model after lessons in which each of these pixels came with its label."""
    kernel = BLANK.copy()
    for pixel in range(len(labels)) if pixels is None else pixels:
        kernel[pixel] = -0.002
        kernel[pixel, labels[pixel]] = 0.004
    return [kernel, BIAS]


def answer(weights: list, steps: int = 6, history: dict | None = None, **changes: object) -> Answer:
    """What ``train(model, images)`` gave, and the model that it was handed, as it is afterwards."""
    numbers = {"history": {"loss": [2.0, 1.0]}, "epochs": [0, 1], "steps": 3} | (history or {})
    state = {"weights": weights, "optimizer": {"name": "Adam", "learning_rate": 0.001, "iterations": steps}} | changes
    arguments = {"images": np.zeros((2, 2)), "model": Described("model", "Sequential", state)}
    return Answer("train(model, images)", Described("history", "History", numbers), arguments=arguments)
