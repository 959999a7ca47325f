"""A published image set: four arrays whose bytes are known, in a file of NumPy's, in its publisher's four files, or by Keras's loader."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from autograder.core.languages import message
from autograder.datasets import places
from autograder.datasets.dataset import Dataset, Entry, Substitute

SHAPES = {"x_train": (60000, 28, 28), "y_train": (60000,), "x_test": (10000, 28, 28), "y_test": (10000,)}


@dataclass(frozen=True)
class PublishedImages:
    """What is known of such a set. NumPy is loaded when one is read.

    Attributes:
        name, title: see ``Entry``.
        official: array's name -> SHA-256 of its bytes. A file's own hash would reject the same images in another file.
        folder, idx: where Keras keeps the set as its publisher has it, in four files, each a header and then the bytes of one array;
            array's name -> file. Empty where Keras keeps one file of NumPy's.
    """

    name: str
    title: str
    official: dict[str, str]
    folder: str = ""
    idx: dict[str, str] = field(default_factory=dict)

    def read(self, path: Path) -> Dataset:
        """The data set in a file of NumPy's, or in a folder with its publisher's files, verified.

        Raises:
            DamagedDataset: the place holds something else.
        """
        from autograder.datasets import image_files

        arrays = image_files.read_idx(path, self.idx, SHAPES) if self.idx and path.is_dir() else image_files.read_npz(path)
        return self._verified(path, arrays)

    def download(self) -> Dataset:
        """The data set by Keras's own loader, verified."""
        from autograder.datasets import image_files

        return self._verified(message("The download"), image_files.downloaded(self.name), "downloaded by Keras")

    def entry(self, substitute: Substitute) -> Entry:
        files = tuple(name for name in (f"{self.name}.npz", self.folder) if name)
        address = places.OF_KERAS + (self.idx.get("y_train") or files[0])
        return Entry(
            self.name, self.title, files, self.read, substitute, lambda folder: [(folder / name, self.read) for name in files], address, self.download
        )

    def _verified(self, path: Path | str, arrays: dict, origin: str = "") -> Dataset:
        from autograder.datasets import image_files

        train, test = image_files.verified(path, arrays, self.title, SHAPES, self.official)
        return Dataset(self.name, origin or str(path), train, test)
