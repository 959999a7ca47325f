"""What an attack is, and all of them. Each is one handed-in page whose author wants points, secrets or trouble."""

from __future__ import annotations

from dataclasses import dataclass

SECRET = "the-secret-7f3a9c"  # in the judge's environment and in a file; no report may hold it


@dataclass(frozen=True)
class Attack:
    """One hostile page.

    Attributes:
        name: a few words, also the test's name.
        kind: forge, leak, sabotage, report or notebook.
        page: the whole file.
        target: the attacked function; it must earn at most ``most`` points, which is 0 unless a part of the answer
            is right by itself.
        innocent: the other function on the page, which must keep all of its points; empty if there is none.
        ending: of the file, ``.py`` or ``.ipynb``.
        status: of the report.
    """

    name: str
    kind: str
    page: str | bytes
    target: str = "double"
    most: float = 0.0
    innocent: str = "total"
    ending: str = ".py"
    status: str = "graded"

    @property
    def file(self) -> str:
        return f"{self.kind}-{self.name.replace(' ', '-')}{self.ending}"


HEAD = """import ctypes, gc, glob, json, os, signal, socket, struct, subprocess, sys, tempfile, threading, time
import numpy as np
"""
TOTAL = """

def total(numbers):
    return numbers.sum()
"""


def script(double: str, before: str = "") -> str:
    """A page with a hostile ``double`` and a right ``total``.

    Args:
        double: the body of the function; before: definitions that it uses.
    """
    body = "\n".join(f"    {line}" for line in double.strip("\n").splitlines())
    return f"{HEAD}{before}\n\ndef double(numbers):\n{body}\n{TOTAL}"


def quietly(trick: str, before: str = "") -> str:
    """A page that tries something, hides what went wrong, and gives its argument back unchanged."""
    lines = "\n".join(f"    {line}" for line in trick.strip("\n").splitlines())
    return script(f"try:\n{lines}\nexcept BaseException:\n    pass\nreturn numbers", before)
