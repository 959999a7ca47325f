"""The data: MNIST and Fashion-MNIST, verified wherever they come from, and drawn digits when there is no network."""

from __future__ import annotations

import difflib
import functools
import os

from autograder.datasets import drawn_digits, places
from autograder.datasets.dataset import NAMES, DamagedDataset, Dataset, DatasetError, DatasetNotFound, UnknownDataset
from autograder.datasets.drawn_digits import Part

__all__ = [
    "ALWAYS_THERE",
    "NAMES",
    "DamagedDataset",
    "Dataset",
    "DatasetError",
    "DatasetNotFound",
    "UnknownDataset",
    "find",
    "load",
    "shared",
]

ALWAYS_THERE = "digits"  # where a result must be the same on every machine


def load(name: str = "mnist") -> tuple[Part, Part]:
    """Loads a data set, in the structure of Keras's ``load_data()``.

    It is looked for in ``$AUTOGRADER_DATA`` (a folder with ``mnist.npz``, or that file itself), where Keras keeps its
    downloads, and on the network. With none of them, one line says so, and you get the drawn digits.

    Args:
        name: ``mnist``: 60,000 and 10,000 handwritten digits. ``fashion_mnist``: as many pieces of clothing.
            ``digits``: 6,000 and 1,000 digits drawn by the kit; they need neither file nor network.

    Returns:
        ``(train_images, train_labels), (test_images, test_labels)``. Images: uint8, shape (images, 28, 28), from
        0 (black) to 255 (white). Labels: uint8, shape (images,), from 0 to 9. The arrays are yours to change.

    Raises:
        UnknownDataset: there is none of that name.
        DatasetNotFound, DamagedDataset: ``$AUTOGRADER_DATA`` leads nowhere, or to a file that is not the data set.

    Example:
        >>> (train_images, train_labels), (test_images, test_labels) = load("digits")
        >>> train_images.shape, train_images.dtype
        ((6000, 28, 28), dtype('uint8'))

    Source:
        MNIST: Y. LeCun and C. Cortes, CC BY-SA 3.0. Fashion-MNIST: Zalando SE, MIT. Digits: this kit, MIT.
    """
    found = find(name)
    return found.train, found.test


def find(name: str) -> Dataset:
    """Like ``load``, and says which data set it is and where it came from.

    Args:
        name: ``mnist``, ``fashion_mnist`` or ``digits``.

    Returns:
        The data set; its ``name`` is ``digits`` when the one asked for could not be had.

    Raises:
        UnknownDataset, DatasetNotFound, DamagedDataset: as ``load``.

    Example:
        >>> find("digits").origin
        'drawn by the kit'
    """
    if name not in NAMES:
        near = difflib.get_close_matches(str(name), NAMES, n=1, cutoff=0.5)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise UnknownDataset(f"There is no data set {name!r}.{hint} Known: {', '.join(NAMES)}.")
    if name == "digits":
        return _drawn()
    return places.chosen(name) or places.of_keras(name) or places.from_network(name) or _drawn()


def shared(name: str) -> Dataset:
    """Like ``find``, read once in this process: unpacking and verifying MNIST costs a third of a second.

    Returns:
        The same data set to all callers, so its arrays are read-only.
    """
    return _shared(name, os.environ.get("AUTOGRADER_DATA"), os.environ.get("KERAS_HOME"))


@functools.lru_cache(maxsize=4)
def _shared(name: str, *_places: str | None) -> Dataset:
    """``_places`` are where it is looked for; elsewhere there may be another one."""
    found = find(name)
    for array in (*found.train, *found.test):
        array.flags.writeable = False
    return found


def _drawn() -> Dataset:
    train, test = drawn_digits.load()
    return Dataset("digits", "drawn by the kit", train, test)
