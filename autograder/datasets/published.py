"""The published data sets: files that hold them, read and verified."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from autograder.core.settings import DATASET_TITLES
from autograder.datasets.dataset import DamagedDataset, Dataset
from autograder.datasets.drawn_digits import KEYS

SHAPES = {"x_train": (60000, 28, 28), "y_train": (60000,), "x_test": (10000, 28, 28), "y_test": (10000,)}

# SHA-256 of each array's bytes. A file's own hash would reject the same images in another file.
OFFICIAL = {
    "mnist": {
        "x_train": "741c988805d008ac6e4c904b69001ba184c24b2c540a4ef403f4c71b676cf757",
        "y_train": "1feba77c54802fa5339a11837ea4b2866434b83314ec45192930f1df69120c13",
        "x_test": "6d87418db22cc8025d05968bec9bd5c3932904b23485740db143a061a2c9d161",
        "y_test": "ddeff807876a9661a1110d45c266c86239a3a1b7d37da0c3716a7a683c852ff5",
    },
    "fashion_mnist": {
        "x_train": "2e487a6c89124f78f2d7521542223cafe96f7123c3ca13d447772ac6ecbb3012",
        "y_train": "657fbd221bfc9f4198cc14b5619cc33ec57c58dd0e47af4d99d6650759e869a7",
        "x_test": "c867c93ff95360594e8ec3287995350b824dd110b11595c0e13d5423f621867a",
        "y_test": "3d0e6c6ea990b53b6f8f500a41cac93881d981b315f84578b7d915342ade01e9",
    },
}

# Keras keeps Fashion-MNIST as Zalando publishes it: four files, each a header and then the bytes of one array.
IDX = {
    "x_train": "train-images-idx3-ubyte.gz",
    "y_train": "train-labels-idx1-ubyte.gz",
    "x_test": "t10k-images-idx3-ubyte.gz",
    "y_test": "t10k-labels-idx1-ubyte.gz",
}
IDX_HEADER = {"x": 16, "y": 8}  # bytes


def read_npz(path: Path) -> dict[str, np.ndarray]:
    with _damage_named(path), path.open("rb") as file:
        if not zipfile.is_zipfile(file):  # NumPy would take it for a pickle, and say so
            raise DamagedDataset("it is not a complete npz file")
        file.seek(0)
        with np.load(file, allow_pickle=False) as arrays:
            missing = [key for key in KEYS if key not in arrays]
            if missing:
                raise DamagedDataset(f"it has no {', '.join(missing)}")
            return {key: arrays[key] for key in KEYS}


def read_idx(folder: Path) -> dict[str, np.ndarray]:
    arrays = {}
    for key, file in IDX.items():
        with _damage_named(folder / file):
            content = gzip.decompress((folder / file).read_bytes())[IDX_HEADER[key[0]] :]
            arrays[key] = np.frombuffer(content, np.uint8).reshape(-1, *SHAPES[key][1:]).copy()  # ours to change
    return arrays


@contextlib.contextmanager
def _damage_named(path: Path) -> Iterator[None]:
    try:
        yield
    except DamagedDataset as error:
        raise DamagedDataset(f"{path} cannot be used: {error}.") from None
    except FileNotFoundError:
        raise DamagedDataset(f"{path} is missing.") from None
    except Exception as error:  # NumPy, zipfile, gzip and zlib each have their own words for a damaged file
        raise DamagedDataset(f"{path} cannot be read: {first_line(error)}") from error


def verified(name: str, path: Path | str, arrays: dict[str, np.ndarray], origin: str = "") -> Dataset:
    """The arrays as a data set, when each of them is the official one, byte for byte."""
    for key in KEYS:
        array = arrays[key]
        if array.shape != SHAPES[key]:
            wrong = f"{key} has shape {array.shape}, expected {SHAPES[key]}"
        elif array.dtype != np.uint8:
            wrong = f"{key} has dtype {array.dtype}, expected uint8"
        elif hashlib.sha256(np.ascontiguousarray(array)).hexdigest() != OFFICIAL[name][key]:
            wrong = f"{key} has the right shape but different numbers"
        else:
            continue
        raise DamagedDataset(f"{path} is not {DATASET_TITLES[name]}: {wrong}.")
    x_train, y_train, x_test, y_test = (arrays[key] for key in KEYS)
    return Dataset(name, origin or str(path), (x_train, y_train), (x_test, y_test))


def first_line(error: Exception) -> str:
    """An error of another library in one line."""
    text = str(error).strip().splitlines()
    return f"{type(error).__name__}: {text[0][:200]}" if text else type(error).__name__
