"""What a data set is, and why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.core.records import EndsTheRun
from autograder.datasets.drawn_digits import Part

NAMES = ("mnist", "fashion_mnist", "digits")


class DatasetError(EndsTheRun, ValueError):
    """No data, and the sentence says why."""


class UnknownDataset(DatasetError):
    """There is no data set of that name."""


class DatasetNotFound(DatasetError):
    """``$AUTOGRADER_DATA`` names a place that does not exist."""


class DamagedDataset(DatasetError):
    """A file does not hold the data set that its name promises."""


@dataclass(frozen=True)
class Dataset:
    """What ``find`` found.

    Args:
        name: ``mnist``, ``fashion_mnist`` or ``digits``; ``digits`` also when it replaces one of the others.
        origin: where it came from, for people: a path, ``downloaded by Keras`` or ``drawn by the kit``.
        train: images uint8, shape (images, 28, 28), and labels uint8, shape (images,).
        test: the same, for testing.
    """

    name: str
    origin: str
    train: Part
    test: Part
