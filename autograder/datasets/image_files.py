"""Image sets in files: four arrays, read and verified by their content."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import importlib
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from autograder.core.files import write_atomically
from autograder.core.languages import message
from autograder.datasets.dataset import DamagedDataset, first_line
from autograder.datasets.places import no_dead_connections

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.datasets.dataset import Part

KEYS = ("x_train", "y_train", "x_test", "y_test")
IDX_HEADER = {"x": 16, "y": 8}  # bytes


def read_npz(path: Path) -> dict[str, np.ndarray]:
    """The four arrays of a file in the layout of Keras's ``mnist.npz``.

    Raises:
        DamagedDataset: it is not such a file.
    """
    with _damage_named(path), path.open("rb") as file:
        if not zipfile.is_zipfile(file):  # NumPy would take it for a pickle, and say so
            raise DamagedDataset(message("it is not a complete npz file"))
        file.seek(0)
        with np.load(file, allow_pickle=False) as arrays:
            missing = [key for key in KEYS if key not in arrays]
            if missing:
                raise DamagedDataset(message("it has no {names}", names=", ".join(missing)))
            return {key: arrays[key] for key in KEYS}


def read_idx(folder: Path, files: dict[str, str], shapes: dict[str, tuple[int, ...]]) -> dict[str, np.ndarray]:
    """The four arrays of four compressed files, each of which is a header and then the bytes of an array.

    Args:
        files: array's name -> file's name; shapes: array's name -> shape.

    Raises:
        DamagedDataset: a file is missing or damaged.
    """
    arrays = {}
    for key, file in files.items():
        with _damage_named(folder / file):
            content = gzip.decompress((folder / file).read_bytes())[IDX_HEADER[key[0]] :]
            arrays[key] = np.frombuffer(content, np.uint8).reshape(-1, *shapes[key][1:]).copy()  # ours to change
    return arrays


def downloaded(name: str) -> dict[str, np.ndarray]:
    """The four arrays by Keras's ``load_data()``, without its progress bar, and never waiting for a connection that is dead."""
    with no_dead_connections(), contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        train, test = importlib.import_module(f"keras.datasets.{name}").load_data()
    return dict(zip(KEYS, (*train, *test), strict=True))


def verified(
    path: Path | str,
    arrays: dict[str, np.ndarray],
    title: str,
    shapes: dict[str, tuple[int, ...]],
    official: dict[str, str],
) -> tuple[Part, Part]:
    """The arrays as training and test part, when each of them is the official one, byte for byte.

    Args:
        title: of the data set; shapes: array's name -> shape; official: array's name -> SHA-256 of its bytes.

    Raises:
        DamagedDataset: one of them is not.
    """
    for key in KEYS:
        array = arrays[key]
        if array.shape != shapes[key]:
            wrong = message("{name} has shape {shape}, expected {expected}", name=key, shape=str(array.shape), expected=str(shapes[key]))
        elif array.dtype != np.uint8:
            wrong = message("{name} has dtype {dtype}, expected uint8", name=key, dtype=str(array.dtype))
        elif hashlib.sha256(np.ascontiguousarray(array)).hexdigest() != official[key]:
            wrong = message("{name} has the right shape but different numbers", name=key)
        else:
            continue
        raise DamagedDataset(message("{file} is not {title}: {why}.", file=path, title=title, why=wrong))
    x_train, y_train, x_test, y_test = (arrays[key] for key in KEYS)
    return (x_train, y_train), (x_test, y_test)


# -- what the kit has drawn, in the cache ----------------------------------------------------------------------------


def drawn_once(path: Path, digest: str, draw: Callable[[], tuple[Part, Part]]) -> tuple[Part, Part]:
    """An image set that the kit draws, from the cache or drawn and then cached.

    A cached file that is not exactly what is expected is drawn again; a cache that cannot be written is not a problem.

    Args:
        path: in the cache; digest: ``digest_of`` what ``draw()`` gives.
    """
    parts = _read(path, digest)
    if parts is None:
        parts = draw()
        _write(path, parts)
    return parts


def digest_of(parts: tuple[Part, Part]) -> str:
    """SHA-256 over the types, shapes and bytes of the four arrays."""
    total = hashlib.sha256()
    for array in (*parts[0], *parts[1]):
        total.update(f"{array.dtype} {array.shape};".encode())
        total.update(np.ascontiguousarray(array).tobytes())
    return total.hexdigest()


def _read(path: Path, digest: str) -> tuple[Part, Part] | None:
    """The cached images, or None when they are not there or not what they should be."""
    try:
        # NumPy, left to open it, would leave a damaged file open.
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            x_train, y_train, x_test, y_test = (arrays[key] for key in KEYS)
    except Exception:  # NumPy, zipfile and zlib each have their own words for a damaged file
        return None
    parts = (x_train, y_train), (x_test, y_test)
    return parts if digest_of(parts) == digest else None


def _write(path: Path, parts: tuple[Part, Part]) -> None:
    whole = io.BytesIO()
    try:
        np.savez(whole, **dict(zip(KEYS, (*parts[0], *parts[1]), strict=True)))
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, whole.getvalue())
    except OSError:  # a read-only home: drawing again takes a second
        pass


@contextlib.contextmanager
def _damage_named(path: Path) -> Iterator[None]:
    try:
        yield
    except DamagedDataset as error:
        raise DamagedDataset(message("{file} cannot be used: {error}.", file=path, error=error)) from None
    except FileNotFoundError:
        raise DamagedDataset(message("{file} is missing.", file=path)) from None
    except Exception as error:  # NumPy, zipfile, gzip and zlib each have their own words for a damaged file
        raise DamagedDataset(message("{file} cannot be read: {error}", file=path, error=first_line(error))) from error
