"""Reports in files that only this kit reads again: JSON, never a pickle, and a hash that tells whether it is whole."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import replace
from pathlib import Path

from autograder.files import write_atomically
from autograder.records import Report

LARGEST = 256 * 2**20  # bytes of one file
DAMAGED = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)  # what reading can end in


def write(path: Path, content: dict, lasting: bool = True) -> None:
    """Writes it down, whole or not at all; a full disk costs the next run some time, and nobody a mark.

    Args:
        content: as JSON can hold it. lasting: see ``files.write_atomically``.
    """
    data = json.dumps(content).encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, hashlib.sha256(data).hexdigest().encode() + b"\n" + data, lasting)
    except OSError:
        pass


def read(path: Path) -> dict:
    """What ``write`` has written.

    Raises:
        one of ``DAMAGED``: it is not there, or not as it was written.
    """
    with open(path, "rb") as file:
        digest, _, data = file.read(LARGEST).partition(b"\n")
    if hashlib.sha256(data).hexdigest().encode() != digest:
        raise ValueError("it is not what was written")
    return json.loads(data)


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
