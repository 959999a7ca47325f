"""Results in files that only this kit reads again: JSON, never a pickle, and a hash that shows whether it is whole.

The hash has a key that is this user's: what another person has put there, a student in an archive that is unpacked in the
same place, is as good as none.
"""

from __future__ import annotations

import base64
import functools
import hmac
import json
import secrets
from dataclasses import replace
from pathlib import Path

from autograder.core.files import cache_folder, write_atomically
from autograder.core.records import Report

KEY = 32  # bytes
LARGEST = 256 * 2**20  # bytes of one file
DAMAGED = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)  # what reading can end in


def write(path: Path, content: dict, durable: bool = True) -> None:
    """Writes it down, whole or not at all; a full disk costs the next run some time, and no mark.

    Args:
        content: as JSON can hold it. durable: see ``files.write_atomically``.
    """
    data = json.dumps(content).encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, _hash(data) + b"\n" + data, durable)
    except OSError:
        pass


def read(path: Path) -> dict:
    """What ``write`` has written.

    Raises:
        one of ``DAMAGED``: it is not there, or not as it was written.
    """
    with open(path, "rb") as file:
        digest, _, data = file.read(LARGEST).partition(b"\n")
    if not hmac.compare_digest(_hash(data), digest):
        raise ValueError("it is not what was written")
    return json.loads(data)


def secret_digest(text: str) -> bytes:
    """A number that only this user can calculate, and can calculate again, as bytes. Where no key can be kept, it is another
    one in each run.
    """
    data = text.encode("utf-8", "surrogatepass")
    try:
        key = _key(cache_folder() / "key")
    except OSError:
        key = _key_of_this_process()
    return hmac.digest(key, b"draw\n" + data, "sha256")


@functools.cache
def _key_of_this_process() -> bytes:
    return secrets.token_bytes(KEY)


def _hash(data: bytes) -> bytes:
    return hmac.digest(_key(cache_folder() / "key"), data, "sha256").hex().encode()


@functools.lru_cache(maxsize=4)
def _key(path: Path) -> bytes:
    """This user's key, made the first time.

    Raises:
        OSError: there is none and none can be kept; then nothing is remembered.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, secrets.token_bytes(KEY), private=True)
    key = path.read_bytes()  # of two processes that made one, the last wins; the other's entries are made again
    if len(key) != KEY:
        raise OSError(f"{path} is not a key")
    return key


def plain(report: Report) -> dict:
    """A report as JSON can hold it, figures included."""
    figures = [base64.b64encode(check.figure).decode() for check in report.checks]
    return {"report": report.to_dict(), "figures": figures}


def report(content: dict) -> Report:
    """The report that ``plain`` was given.

    Raises:
        one of ``DAMAGED``: it is none.
    """
    found = Report.from_dict(content["report"])
    figures = iter([base64.b64decode(text, validate=True) for text in content["figures"]])
    exercises = tuple(
        replace(exercise, checks=tuple(replace(check, figure=next(figures, b"")) for check in exercise.checks))
        for exercise in found.exercises
    )
    return replace(found, exercises=exercises)
