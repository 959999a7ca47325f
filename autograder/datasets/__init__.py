"""Data sets: the published ones that the kit knows, verified wherever they come from, and what it makes in their place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from autograder.core.languages import message
from autograder.datasets.data_sets import DataSets, of_page
from autograder.datasets.dataset import (
    DamagedDataset,
    Dataset,
    DatasetError,
    DatasetNotFound,
    UnknownDataset,
    WrongKind,
)
from autograder.datasets.registry import NAMES, SUBSTITUTES, title

if TYPE_CHECKING:
    from autograder.datasets.dataset import Part

__all__ = [
    "NAMES",
    "SUBSTITUTES",
    "DamagedDataset",
    "DataSets",
    "Dataset",
    "DatasetError",
    "DatasetNotFound",
    "UnknownDataset",
    "WrongKind",
    "file",
    "find",
    "load",
    "title",
]


def load(name: str = "mnist") -> tuple[Part, Part]:
    """Loads an image set, in the structure of Keras's ``load_data()``.

    It is looked for in ``$AUTOGRADER_DATA`` (a folder with ``mnist.npz``, or that file itself), where Keras keeps its
    downloads, and on the network. With none of them, one line says so, and you get what the kit draws itself.

    Args:
        name: ``mnist``: 60,000 and 10,000 handwritten digits. ``fashion_mnist``: as many pieces of clothing.
            ``digits``, ``garments``: 6,000 and 1,000 digits or pieces of clothing drawn by the kit; they need neither
            file nor network.

    Returns:
        ``(train_images, train_labels), (test_images, test_labels)``. Images: uint8, shape (images, 28, 28), from
        0 (black) to 255 (white). Labels: uint8, shape (images,), from 0 to 9. The arrays are yours to change.

    Raises:
        UnknownDataset: there is none of that name.
        WrongKind: this data set is a file.
        DatasetNotFound, DamagedDataset: ``$AUTOGRADER_DATA`` leads nowhere, or to a file that is not the data set.

    Example:
        >>> (train_images, train_labels), (test_images, test_labels) = load("digits")
        >>> train_images.shape, train_images.dtype
        ((6000, 28, 28), dtype('uint8'))

    Source:
        MNIST: Y. LeCun and C. Cortes, CC BY-SA 3.0. Fashion-MNIST: Zalando SE, MIT. Drawn images: this kit, MIT.
    """
    found = find(name)
    if found.train is None or found.test is None:
        raise WrongKind(message("{name} is a file, not a set of arrays. Try   {call}", name=name, call=f"datasets.file({name!r})"))
    return found.train, found.test


def file(name: str) -> Path:
    """Gives the place of a data set that is one file, in the data set's own format.

    It is looked for in ``$AUTOGRADER_DATA`` (a folder with ``bank.csv``, that file itself, or the zip from UCI as it comes)
    and on the network. With none of them, one line says so, and you get a table that the kit makes up.

    Args:
        name: ``bank_marketing``: 4,521 phone calls of a bank. ``bank``: as many that the kit makes up; they need neither
            file nor network.

    Returns:
        The file: text with ``;`` between columns and quotes around text, the names of the columns in the first line.
        Read it, but do not change it.

    Raises:
        UnknownDataset, DatasetNotFound, DamagedDataset: as ``load``.
        WrongKind: this data set is not one file.

    Example:
        >>> file("bank").suffix
        '.csv'

    Source:
        Bank marketing: S. Moro, P. Cortez and P. Rita, UCI Machine Learning Repository, CC BY 4.0. Made-up table: this kit, MIT.
    """
    found = find(name)
    if found.path is None:
        raise WrongKind(message("{name} is a set of arrays, not a file. Try   {call}", name=name, call=f"datasets.load({name!r})"))
    return found.path


def find(name: str) -> Dataset:
    """Like ``load`` and ``file``, and says which data set it is and where it came from.

    Args:
        name: of a data set: one of ``NAMES``, or that of the assignment whose page runs.

    Returns:
        The data set; its ``name`` is that of the substitute when the one asked for could not be had.

    Raises:
        UnknownDataset, DatasetNotFound, DamagedDataset: as ``load``.

    Example:
        >>> find("digits").origin
        'drawn by the kit'
    """
    return of_page(name).find(name)
