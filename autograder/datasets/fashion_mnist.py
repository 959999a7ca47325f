"""Fashion-MNIST: 60,000 and 10,000 pieces of clothing. In its place: garments that the kit draws.

Source: Zalando SE, MIT licence.
"""

from __future__ import annotations

from pathlib import Path

from autograder.datasets import places
from autograder.datasets.dataset import Dataset, Entry, Substitute

NAME, TITLE = "fashion_mnist", "Fashion-MNIST"
FILE, FOLDER = f"{NAME}.npz", "fashion-mnist"
SHAPES = {"x_train": (60000, 28, 28), "y_train": (60000,), "x_test": (10000, 28, 28), "y_test": (10000,)}

# SHA-256 of each array's bytes. A file's own hash would reject the same images in another file.
OFFICIAL = {
    "x_train": "2e487a6c89124f78f2d7521542223cafe96f7123c3ca13d447772ac6ecbb3012",
    "y_train": "657fbd221bfc9f4198cc14b5619cc33ec57c58dd0e47af4d99d6650759e869a7",
    "x_test": "c867c93ff95360594e8ec3287995350b824dd110b11595c0e13d5423f621867a",
    "y_test": "3d0e6c6ea990b53b6f8f500a41cac93881d981b315f84578b7d915342ade01e9",
}

# Keras keeps Fashion-MNIST as Zalando publishes it: four files, each a header and then the bytes of one array.
IDX = {
    "x_train": "train-images-idx3-ubyte.gz",
    "y_train": "train-labels-idx1-ubyte.gz",
    "x_test": "t10k-images-idx3-ubyte.gz",
    "y_test": "t10k-labels-idx1-ubyte.gz",
}


def read(path: Path) -> Dataset:
    """The data set in a file of NumPy's or in a folder with the four files that Zalando publishes, verified.

    Raises:
        DamagedDataset: the place holds something else.
    """
    from autograder.datasets import image_files

    return read_idx(path) if path.is_dir() else _verified(path, image_files.read_npz(path))


def read_idx(folder: Path) -> Dataset:
    """The data set in the four files that Zalando publishes, verified.

    Raises:
        DamagedDataset: one of them holds something else.
    """
    from autograder.datasets import image_files

    return _verified(folder, image_files.read_idx(folder, IDX, SHAPES))


def download() -> Dataset:
    """The data set by Keras's own loader, verified."""
    from autograder.datasets import image_files

    return _verified("The download", image_files.downloaded(NAME), "downloaded by Keras")


def drawn() -> Dataset:
    """The garments that the kit draws."""
    from autograder.datasets import drawn_garments

    train, test = drawn_garments.load()
    return Dataset("garments", "drawn by the kit", train, test)


def _verified(path: Path | str, arrays: dict, origin: str = "") -> Dataset:
    from autograder.datasets import image_files

    train, test = image_files.verified(path, arrays, TITLE, SHAPES, OFFICIAL)
    return Dataset(NAME, origin or str(path), train, test)


ENTRY = Entry(
    NAME,
    TITLE,
    (FILE, FOLDER),
    read,
    Substitute("garments", "drawn garments", drawn),
    lambda folder: [(folder / FILE, read), (folder / FOLDER, read_idx)],
    places.OF_KERAS + IDX["y_train"],
    download,
)
