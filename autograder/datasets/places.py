"""The places where a published data set may be, in the order in which they are asked; each gives it, or None.

Keras is imported only to download; whatever is on this machine already is read with NumPy alone.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import io
import os
import socket
import tempfile
import threading
from pathlib import Path

from autograder.core.settings import DATASET_TITLES
from autograder.datasets.dataset import NAMES, DamagedDataset, Dataset, DatasetNotFound
from autograder.datasets.drawn_digits import KEYS, Part
from autograder.datasets.published import IDX, first_line, read_idx, read_npz, verified

DOWNLOADS = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"  # where Keras's own loader looks
FIRST_FILE = {"mnist": "mnist.npz", "fashion_mnist": IDX["y_train"]}
REACHABLE_SECONDS = 3  # to find out whether there is a network at all
STALLED_SECONDS = 15  # without a single byte during a download


def chosen(name: str) -> Dataset | None:
    """``$AUTOGRADER_DATA``. The user chose it, so a damaged file there is an error."""
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
        return verified(name, path, read_npz(path))
    except DamagedDataset as error:
        raise DamagedDataset(f"{error} AUTOGRADER_DATA leads to it. Replace the file, or unset the variable.") from None


def of_keras(name: str) -> Dataset | None:
    """Keras's own downloads. The user did not choose them, so a damaged one is mentioned and ignored."""
    folder = _keras_home() / "datasets"
    places = [(folder / f"{name}.npz", read_npz)]
    if name == "fashion_mnist":
        places.append((folder / "fashion-mnist", read_idx))
    for path, read in places:
        if path.exists():
            try:
                return verified(name, path, read(path))
            except DamagedDataset as error:
                _say_once(f"{error} It is ignored; delete it to download it again.")
    return None


def _keras_home() -> Path:
    """The same rules as Keras, without importing it."""
    if os.environ.get("KERAS_HOME"):
        return Path(os.environ["KERAS_HOME"]).expanduser()
    home = os.path.expanduser("~")
    return Path(home if os.access(home, os.W_OK) else tempfile.gettempdir()) / ".keras"


def from_network(name: str) -> Dataset | None:
    """Keras's own loader, when there is a network."""
    title = DATASET_TITLES[name]
    reason = "no network"
    if _reachable(DOWNLOADS + FIRST_FILE[name]):
        _say_once(f"Downloading {title} once, with Keras …")
        try:
            train, test = _download(name)
            arrays = dict(zip(KEYS, (*train, *test), strict=True))
            return verified(name, "The download", arrays, origin="downloaded by Keras")
        except Exception as error:  # of every library between here and the server
            reason = f"the download failed ({first_line(error)})"
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
