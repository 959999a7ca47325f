"""MNIST: 60,000 and 10,000 handwritten digits. In its place: digits that the kit draws.

Source: Y. LeCun and C. Cortes, CC BY-SA 3.0.
"""

from __future__ import annotations

from pathlib import Path

from autograder.datasets import places
from autograder.datasets.dataset import Dataset, Entry, Substitute

NAME, TITLE = "mnist", "MNIST"
FILE = f"{NAME}.npz"
SHAPES = {"x_train": (60000, 28, 28), "y_train": (60000,), "x_test": (10000, 28, 28), "y_test": (10000,)}

# SHA-256 of each array's bytes. A file's own hash would reject the same images in another file.
OFFICIAL = {
    "x_train": "741c988805d008ac6e4c904b69001ba184c24b2c540a4ef403f4c71b676cf757",
    "y_train": "1feba77c54802fa5339a11837ea4b2866434b83314ec45192930f1df69120c13",
    "x_test": "6d87418db22cc8025d05968bec9bd5c3932904b23485740db143a061a2c9d161",
    "y_test": "ddeff807876a9661a1110d45c266c86239a3a1b7d37da0c3716a7a683c852ff5",
}


def read(path: Path) -> Dataset:
    """The data set in a file of NumPy's, verified.

    Raises:
        DamagedDataset: the file holds something else.
    """
    from autograder.datasets import image_files

    return _verified(path, image_files.read_npz(path))


def download() -> Dataset:
    """The data set by Keras's own loader, verified."""
    from autograder.datasets import image_files

    return _verified("The download", image_files.downloaded(NAME), "downloaded by Keras")


def drawn() -> Dataset:
    """The digits that the kit draws."""
    from autograder.datasets import drawn_digits

    train, test = drawn_digits.load()
    return Dataset("digits", "drawn by the kit", train, test)


def _verified(path: Path | str, arrays: dict, origin: str = "") -> Dataset:
    from autograder.datasets import image_files

    train, test = image_files.verified(path, arrays, TITLE, SHAPES, OFFICIAL)
    return Dataset(NAME, origin or str(path), train, test)


ENTRY = Entry(
    NAME,
    TITLE,
    (FILE,),
    read,
    Substitute("digits", "drawn digits", drawn),
    lambda folder: [(folder / FILE, read)],
    places.OF_KERAS + FILE,
    download,
)
