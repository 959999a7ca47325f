"""A tile of a grid: which image it shows, and the way up it shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from autograder.core.languages import message
from autograder.expectations.scene import Picture

ALIKE = 0.98  # correlation from which on two images are the same; different test images are far below
ALIKE_SAMPLED = 0.9  # for values that were read off a drawing with a few steps

TURNS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    message("upright"): lambda image: image,
    message("upside down"): lambda image: image[::-1],
    message("mirrored"): lambda image: image[:, ::-1],
    message("turned by half"): lambda image: image[::-1, ::-1],
    message("rows and columns exchanged"): lambda image: image.swapaxes(0, 1),
    message("a quarter turned to the left"): lambda image: np.rot90(image),
    message("a quarter turned to the right"): lambda image: np.rot90(image, -1),
    message("turned by half, rows and columns exchanged"): lambda image: np.rot90(image, 2).swapaxes(0, 1),
}


@dataclass(frozen=True)
class Shown:
    """Which of some images a drawn image shows: its number, -1 for none of them, and how it is turned."""

    number: int
    turn: str


class Gallery:
    """Images to be recognised on any scale and with any colour map.

    Args:
        images: array of numbers, shape (images, rows, columns); no two alike, none alike to itself when turned.
    """

    def __init__(self, images: np.ndarray) -> None:
        turned = {turn: np.stack([move(image) for image in images]) for turn, move in TURNS.items()}
        self.turns = [(turn, row.shape[1:], _standard(row)) for turn, row in turned.items()]

    def recognise(self, picture: Picture) -> Shown:
        """The image that a drawn image shows; a negative counts as the image itself."""
        values = picture.values if picture.values.ndim == 2 else picture.values[..., :3].mean(axis=2)
        best, found = ALIKE_SAMPLED if picture.sampled else ALIKE, Shown(-1, "")
        if not np.isfinite(values).all():
            return found
        for turn, shape, images in self.turns:
            if values.shape == shape:
                alike = np.abs(images @ _standard(values[None])[0])
                if alike.max() > best:
                    best, found = float(alike.max()), Shown(int(alike.argmax()), turn)
        return found


def _standard(images: np.ndarray) -> np.ndarray:
    """Images as vectors of mean 0 and length 1, so that a product tells how alike two are.

    (images, rows, columns) -> (images, rows * columns) float64
    """
    flat = images.reshape(len(images), -1).astype(np.float64)
    flat -= flat.mean(axis=1, keepdims=True)
    found: np.ndarray = flat / np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-12)
    return found
