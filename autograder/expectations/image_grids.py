"""A tile of a grid: which image it shows, the way up it shows it, and which numbers are written under it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from autograder.expectations.scene import Picture, Text

ALIKE = 0.98  # correlation from which on two images are the same; different test images are far below
ALIKE_SAMPLED = 0.9  # for values that were read off a drawing with a few steps

TURNS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "upright": lambda image: image,
    "upside down": lambda image: image[::-1],
    "mirrored": lambda image: image[:, ::-1],
    "turned by half": lambda image: image[::-1, ::-1],
    "rows and columns exchanged": lambda image: image.swapaxes(0, 1),
    "a quarter turned to the left": lambda image: np.rot90(image),
    "a quarter turned to the right": lambda image: np.rot90(image, -1),
    "turned by half, rows and columns exchanged": lambda image: np.rot90(image, 2).swapaxes(0, 1),
}

NOISE = re.compile(
    r"""(?:np|numpy)\.[a-z]+\d*\(   # np.uint8(5)
      | dtype=\w+ | shape=\([\d,\s]*\)   # tf.Tensor(5, shape=(), dtype=int64)
      | \[[^\]]*\.[^\]]*\]          # a row of probabilities
      | \d+(?:\.\d*)?\s*%           # how sure
      | \d*\.\d+(?:e[+-]?\d+)?      # the same as a share
    """,
    re.VERBOSE,
)
WORDED = re.compile(r"(?<![A-Za-z])([A-Za-z]*)[^A-Za-z0-9]*(\d+)")
LONGEST = 500  # characters at a tile; the time that the patterns take grows with the square


@dataclass(frozen=True)
class Shown:
    """Which of some images a picture shows: its number, -1 for none of them, and how it is turned."""

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
        """The image that a picture shows; a negative counts as the image itself."""
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


def whole_numbers(texts: list[Text]) -> list[int]:
    """The whole numbers in a tile's texts; percentages, decimals and type names are left out.

    Example:
        >>> whole_numbers([Text(0, "7 / np.int64(3) (98 %)", None)])
        [7, 3]
    """
    text = _text(texts)
    found = [int(number) for number in re.findall(r"\d+", NOISE.sub(" ", text))]
    return found or [int(number) for number in re.findall(r"(?<![\d.])(\d+)\.0(?!\d)", text)]  # a label as a float


def other_numbers(texts: list[Text]) -> list[str]:
    """What kinds of numbers stand there that are no whole ones: ``row`` (of several), ``share``, ``percentage``."""
    text = _text(texts)
    kinds = {"row": r"\[[^\]]*\.", "percentage": r"\d\s*%", "share": r"\d*\.\d+"}
    return [kind for kind, pattern in kinds.items() if re.search(pattern, text)]


def predicted_and_true(texts: list[Text]) -> tuple[int, int] | None:
    """Two numbers whose words say which is which, in the order (predicted, true); None where they do not.

    Example:
        >>> predicted_and_true([Text(0, "true 3, predicted 7", None)])
        (7, 3)
    """
    roles = {}
    for word, number in WORDED.findall(NOISE.sub(" ", _text(texts))):
        role = _role(word.lower())
        if role in roles:
            return None
        if role:
            roles[role] = int(number)
    return (roles["predicted"], roles["true"]) if len(roles) == 2 else None


def place_of(rows: list[list[int]], wanted: list[int], start: int = 0) -> int:
    """The place in every tile's numbers at which the wanted ones stand, the same for all tiles; -1 if there is none."""
    lengths = {len(row) for row in rows}
    for place in range(start, min(lengths, default=0)):
        if all(row[place] == number for row, number in zip(rows, wanted, strict=True)):
            return place
    return -1


def _text(texts: list[Text]) -> str:
    return " \n ".join(text.text for text in texts)[:LONGEST]


def _role(word: str) -> str:
    if word.startswith(("p", "guess", "model", "net", "said")):
        return "predicted"
    return "true" if word.startswith(("t", "l", "a", "r", "correct", "y")) else ""


def _standard(images: np.ndarray) -> np.ndarray:
    """Images as vectors of mean 0 and length 1, so that a product tells how alike two are.

    (images, rows, columns) -> (images, rows * columns) float64
    """
    flat = images.reshape(len(images), -1).astype(np.float64)
    flat -= flat.mean(axis=1, keepdims=True)
    found: np.ndarray = flat / np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-12)
    return found
