"""What a data set is, what the kit knows of one, and why there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.core.records import EndsTheRun

if TYPE_CHECKING:
    import numpy as np

    Part = tuple[np.ndarray, np.ndarray]  # images (images, rows, columns) and labels (images,)


class DatasetError(EndsTheRun, ValueError):
    """No data, and the sentence says why."""


class UnknownDataset(DatasetError):
    """There is no data set of that name."""


class DatasetNotFound(DatasetError):
    """``$AUTOGRADER_DATA`` names a place that does not exist."""


class DamagedDataset(DatasetError):
    """A file does not hold the data set that its name promises."""


class WrongKind(DatasetError):
    """A data set that is a file was asked for its arrays, or the other way round."""


@dataclass(frozen=True)
class Dataset:
    """What ``find`` found.

    Args:
        name: that of the data set that was asked for, or of its substitute, when it could not be had.
        origin: where it came from, for people: a path, ``downloaded by Keras`` or ``drawn by the kit``.
        train: of an image set: images uint8, shape (images, 28, 28), and labels uint8, shape (images,); else None.
        test: the same, for testing.
        path: of a data set that is one file, that file; else None.
    """

    name: str
    origin: str
    train: Part | None = None
    test: Part | None = None
    path: Path | None = None


@dataclass(frozen=True)
class Substitute:
    """A data set that the kit makes itself, in the types and shapes of a published one. It needs no file and no network.

    Attributes:
        name: how it is asked for, and what reports keep.
        title: what people read: ``drawn digits``.
        make: makes it, or takes it from the cache.
    """

    name: str
    title: str
    make: Callable[[], Dataset]


@dataclass(frozen=True)
class Entry:
    """A published data set that the kit knows: where it may be, how to recognise it, what takes its place.

    Attributes:
        name: how it is asked for.
        title: what people read: ``Fashion-MNIST``.
        files: what its file may be called in the folder of ``$AUTOGRADER_DATA``; the first one is told to people.
        read: makes a data set of a file, if the content is right; else it raises ``DamagedDataset``.
        substitute: what takes its place.
        kept: from the folder where Keras keeps its downloads to where an earlier download may be, and how to read it.
        address: what has to answer before a download begins.
        download: gets it from the network, verified; None if it cannot be downloaded.
    """

    name: str
    title: str
    files: tuple[str, ...]
    read: Callable[[Path], Dataset]
    substitute: Substitute
    kept: Callable[[Path], list[tuple[Path, Callable[[Path], Dataset]]]]
    address: str
    download: Callable[[], Dataset] | None

    @property
    def endings(self) -> set[str]:
        return {Path(name).suffix for name in self.files}


def first_line(error: Exception) -> str:
    """An error of another library in one line."""
    text = str(error).strip().splitlines()
    return f"{type(error).__name__}: {text[0][:200]}" if text else type(error).__name__
