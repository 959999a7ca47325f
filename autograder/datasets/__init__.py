"""The data: MNIST and Fashion-MNIST, verified wherever they come from, and drawn digits when there is no network.

Keras is imported only to download; whatever is on this machine already is read with NumPy alone.
"""

from __future__ import annotations

import contextlib
import difflib
import functools
import gzip
import hashlib
import importlib
import io
import os
import socket
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from autograder.core.records import EndsTheRun
from autograder.core.settings import DATASET_TITLES
from autograder.datasets import drawn_digits
from autograder.datasets.drawn_digits import KEYS, Part

NAMES = ("mnist", "fashion_mnist", "digits")
ALWAYS_THERE = "digits"  # where a result must be the same on every machine
SHAPES = {"x_train": (60000, 28, 28), "y_train": (60000,), "x_test": (10000, 28, 28), "y_test": (10000,)}

# SHA-256 of each array's bytes. A file's own hash would reject the same pictures in another file.
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

DOWNLOADS = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"  # where Keras's own loader looks
FIRST_FILE = {"mnist": "mnist.npz", "fashion_mnist": IDX["y_train"]}
REACHABLE_SECONDS = 3  # to find out whether there is a network at all
STALLED_SECONDS = 15  # without a single byte during a download


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
        name: ``mnist``, ``fashion_mnist`` or ``digits``; ``digits`` also when it stands in for one of the others.
        origin: where it came from, for people: a path, ``downloaded by Keras`` or ``drawn by the kit``.
        train: images uint8, shape (images, 28, 28), and labels uint8, shape (images,).
        test: the same, for testing.
    """

    name: str
    origin: str
    train: Part
    test: Part


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
    return _asked_for(name) or _kept_by_keras(name) or _from_network(name) or _drawn()


def shared(name: str) -> Dataset:
    """Like ``find``, read once in this process: unpacking and verifying MNIST costs a third of a second.

    Returns:
        The same data set to everybody who asks, so its arrays are read-only.
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


# -- the places, in the order in which they are asked; each gives the data set or None -------------------------------


def _asked_for(name: str) -> Dataset | None:
    """``$AUTOGRADER_DATA``. Somebody chose it, so a damaged file there stops us."""
    setting = os.environ.get("AUTOGRADER_DATA")
    if not setting:
        return None
    path = Path(setting).expanduser()
    if path.is_dir():
        path = path / f"{name}.npz"
        if not path.exists():  # the folder may hold another data set only
            return None
    elif path.stem != name and path.stem in NAMES:  # mnist.npz says nothing about Fashion-MNIST
        return None
    elif not path.exists():
        raise DatasetNotFound(f"AUTOGRADER_DATA is {setting}, but nothing is there. Correct it, or unset it.")
    try:
        return _verified(name, path, _read_npz(path))
    except DamagedDataset as error:
        raise DamagedDataset(f"{error} AUTOGRADER_DATA leads to it. Replace the file, or unset the variable.") from None


def _kept_by_keras(name: str) -> Dataset | None:
    """Keras's own downloads. Nobody chose them, so a damaged one is mentioned and left aside."""
    folder = _keras_home() / "datasets"
    places = [(folder / f"{name}.npz", _read_npz)]
    if name == "fashion_mnist":
        places.append((folder / "fashion-mnist", _read_idx))
    for path, read in places:
        if path.exists():
            try:
                return _verified(name, path, read(path))
            except DamagedDataset as error:
                _say_once(f"{error} It is ignored; delete it to download it again.")
    return None


def _keras_home() -> Path:
    """The same rules as Keras, without importing it."""
    if os.environ.get("KERAS_HOME"):
        return Path(os.environ["KERAS_HOME"]).expanduser()
    home = os.path.expanduser("~")
    return Path(home if os.access(home, os.W_OK) else tempfile.gettempdir()) / ".keras"


def _from_network(name: str) -> Dataset | None:
    """Keras's own loader, when there is a network."""
    title = DATASET_TITLES[name]
    reason = "no network"
    if _reachable(DOWNLOADS + FIRST_FILE[name]):
        _say_once(f"Downloading {title} once, with Keras …")
        try:
            train, test = _download(name)
            arrays = dict(zip(KEYS, (*train, *test), strict=True))
            return _verified(name, "The download", arrays, origin="downloaded by Keras")
        except Exception as error:  # of every library between here and the server
            reason = f"the download failed ({_first_line(error)})"
    _say_once(
        f"No {title} found and {reason}: using drawn digits instead. "
        f"If you have {name}.npz, set AUTOGRADER_DATA to the file or its folder."
    )
    return None


@functools.cache  # without a network, asking again would only cost the same seconds again
def _reachable(url: str) -> bool:
    """Whether the server answers, in a thread, because a name server that is silent ignores every time limit."""
    answers = []

    def ask() -> None:
        with contextlib.suppress(Exception):
            import urllib.request  # here, because it is rarely needed and slow to import

            request = urllib.request.Request(url, method="HEAD")
            with urllib.request.urlopen(request, timeout=REACHABLE_SECONDS):  # knows about proxies
                answers.append(True)

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(REACHABLE_SECONDS + 0.5)
    return bool(answers)


def _download(name: str) -> tuple[Part, Part]:
    """Keras's ``load_data()``, without its progress bar, and never waiting for a connection that is dead."""
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(STALLED_SECONDS)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            return importlib.import_module(f"keras.datasets.{name}").load_data()
    finally:
        socket.setdefaulttimeout(before)


@functools.cache
def _say_once(sentence: str) -> None:
    print(sentence, flush=True)


# -- reading and verifying -------------------------------------------------------------------------------------------


def _read_npz(path: Path) -> dict[str, np.ndarray]:
    with _damage_named(path), path.open("rb") as file:
        if not zipfile.is_zipfile(file):  # NumPy would take it for a pickle, and say so
            raise DamagedDataset("it is not a complete npz file")
        file.seek(0)
        with np.load(file, allow_pickle=False) as arrays:
            missing = [key for key in KEYS if key not in arrays]
            if missing:
                raise DamagedDataset(f"it has no {', '.join(missing)}")
            return {key: arrays[key] for key in KEYS}


def _read_idx(folder: Path) -> dict[str, np.ndarray]:
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
        raise DamagedDataset(f"{path} cannot be read: {_first_line(error)}") from error


def _verified(name: str, path: Path | str, arrays: dict[str, np.ndarray], origin: str = "") -> Dataset:
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


def _first_line(error: Exception) -> str:
    """An error of somebody else's in one line."""
    text = str(error).strip().splitlines()
    return f"{type(error).__name__}: {text[0][:200]}" if text else type(error).__name__
