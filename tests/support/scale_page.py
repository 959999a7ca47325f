"""Pages with the functions ``scale`` and ``train``: what is picked of them for a worker, and what a worker answers."""

import ast
import json

from autograder.content import submission as submissions
from autograder.content.submission import Submission
from autograder.sandbox.worker_main import StudentNamespace

FUNCTIONS = frozenset({"scale", "train"})
DEMO_NAMES = frozenset({"pictures", "network"})  # names that the assignment's own page makes
SCALE = "def scale(x):\n    return x\n"


def submit(source: str) -> Submission:
    return submissions.from_source(source, "alice", FUNCTIONS, DEMO_NAMES, "mnist.py")


def from_notebook(*cells: tuple[str, str]) -> Submission:
    content = {"cells": [{"cell_type": kind, "source": text} for kind, text in cells], "nbformat": 4}
    return submissions.from_bytes(json.dumps(content).encode(), "mnist.ipynb", "alice", FUNCTIONS, DEMO_NAMES)


def picked(source: str) -> str:
    """The statements that a worker would run, one after the other."""
    piece = submit(source).find("scale")
    texts = []
    for cell in piece.cells:
        body = ast.parse(cell["source"]).body
        texts += [ast.get_source_segment(cell["source"], body[pick]) for pick in cell["picks"]]
    return "\n".join(texts)


def call(source: str, value: object = 3) -> dict:
    """What a worker answers to ``scale(value)``."""
    program = StudentNamespace({"__name__": "__page__"})
    loaded = program.answer({"op": "load", "cells": submit(source).find("scale").cells})
    if loaded["status"] != "returned":
        return loaded
    return program.answer({"op": "call", "function": "scale", "arguments": {"x": value}})


def result(source: str, value: object = 3) -> object:
    reply = call(source, value)
    assert reply["status"] == "returned", f"{reply['type']}: {reply['message']}"
    return reply["value"]
