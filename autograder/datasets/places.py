"""The places where a published data set may be, in the order in which they are asked; each gives it, or None.

Keras is imported only to download; whatever is on this machine already is read without it.
"""

from __future__ import annotations

import contextlib
import functools
import os
import socket
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from autograder.core.languages import joined, message, shown, what_it_says
from autograder.datasets.dataset import DamagedDataset, Dataset, DatasetNotFound, Entry, first_line

OF_KERAS = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"  # where Keras's own loaders look
WITHOUT = message("{title:capital} could not be found: using {other} instead.")
WITHOUT_NETWORK = message("{title:capital} could not be found, and there is no network: using {other} instead.")
FAILED = message("{title:capital} could not be found, and the download failed ({error}): using {other} instead.")
REACHABLE_SECONDS = 3  # to find out whether there is a network at all
STALLED_SECONDS = 15  # without a single byte during a download


def chosen(entry: Entry, others: frozenset[str]) -> Dataset | None:
    """``$AUTOGRADER_DATA``. The user chose it, so a damaged file there is an error.

    Args:
        others: names of files that promise another data set.
    """
    setting = os.environ.get("AUTOGRADER_DATA")
    if not setting:
        return None
    path = Path(setting).expanduser()
    if path.is_dir() and path.name not in entry.files:
        there = [path / name for name in entry.files if (path / name).exists()]
        if not there:  # the folder may hold another data set only
            return None
        path = there[0]
    elif path.name not in entry.files and (path.name in others or path.suffix not in {*entry.endings, ""}):
        return None  # mnist.npz says nothing about Fashion-MNIST, and no table is in it
    elif not path.exists():
        raise DatasetNotFound(message("AUTOGRADER_DATA is {path}, but nothing is there. Correct it, or unset it.", path=setting))
    try:
        return entry.read(path)
    except DamagedDataset as error:
        raise DamagedDataset(joined([what_it_says(error), message("AUTOGRADER_DATA leads to it. Replace the file, or unset the variable.")])) from None


def kept(entry: Entry) -> Dataset | None:
    """Earlier downloads, Keras's own among them. The user did not choose them, so a damaged one is mentioned and ignored."""
    for path, read in entry.kept(_keras_home() / "datasets"):
        if path.exists():
            try:
                return read(path)
            except DamagedDataset as error:
                _say_once(joined([what_it_says(error), message("It is ignored; delete it to download it again.")]))
    return None


def _keras_home() -> Path:
    """The same rules as Keras, without importing it."""
    if os.environ.get("KERAS_HOME"):
        return Path(os.environ["KERAS_HOME"]).expanduser()
    home = os.path.expanduser("~")
    return Path(home if os.access(home, os.W_OK) else tempfile.gettempdir()) / ".keras"


def from_network(entry: Entry) -> Dataset | None:
    """The data set's own download, when there is a network and a download."""
    reason = WITHOUT if entry.download is None else WITHOUT_NETWORK
    if entry.download is not None and _reachable(entry.address):
        _say_once(message("Downloading {title} once …", title=entry.title))
        try:
            return entry.download()
        except Exception as error:  # of every library between here and the server
            reason = FAILED.having(error=first_line(error))
    instead = reason.having(title=entry.title, other=entry.substitute.title)
    _say_once(joined([instead, message("If you have {file}, set AUTOGRADER_DATA to the file or its folder.", file=entry.files[0])]))
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


def fetched(address: str, most: int) -> bytes:
    """What is at an address, up to a number of bytes."""
    import urllib.request  # here, because it is rarely needed and slow to import

    with no_dead_connections(), urllib.request.urlopen(address) as answer:
        content: bytes = answer.read(most)
    return content


@contextlib.contextmanager
def no_dead_connections() -> Iterator[None]:
    """While this lasts, nothing waits long for a connection that has died."""
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(STALLED_SECONDS)
    try:
        yield
    finally:
        socket.setdefaulttimeout(before)


@functools.cache
def _say_once(sentence: str) -> None:
    print(shown(sentence), flush=True)
