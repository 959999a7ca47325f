"""Texts as pages: their cells, or why they are refused; and notebooks as text."""

import json

import pytest

from autograder.content.page import parse
from autograder.core.faults import Unreadable


def sources(data: str | bytes, name: str = "mnist.py") -> list[str]:
    """The code of each cell."""
    return [cell.source for cell in parse(data if isinstance(data, bytes) else data.encode(), name).cells]


def refused(data: str | bytes, name: str = "mnist.py") -> str:
    """The sentence that says why a file is no page."""
    with pytest.raises(Unreadable) as caught:
        parse(data if isinstance(data, bytes) else data.encode(), name)
    return str(caught.value)


def notebook(*cells: object, version: int = 4) -> str:
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": version})


def code(source: object) -> dict:
    return {"cell_type": "code", "source": source, "outputs": [{"text": "def not_me(): pass"}]}
