"""Notes for a person: possible attempts to get around the grader, with the evidence. Never a mark, never a zero.

What code tried to do is seen by ``audit_hook``; here is what a page's text and a class's weights show.
"""

from __future__ import annotations

import ast
import hashlib
import unicodedata
from collections import defaultdict
from dataclasses import replace
from typing import Any

from autograder.content import code_cells
from autograder.content.owners import display_names
from autograder.content.page import Page
from autograder.core.languages import message
from autograder.core.languages.messages import Message
from autograder.core.notes import OF_CLASS, NoteKind, kind_of, of_class
from autograder.core.records import Report

LONG_TEXT = 1000  # characters; the reference's longest text that is not a docstring has about 60
SPACES = 0.05  # of a text's characters; English has 0.15 and more, weights written as text have none
MANY_NUMBERS = 300
LONG_NUMBER = 200  # digits
MOST_NOTES = 10


def of_page(content: Page) -> list[str]:
    """Places where a page holds data instead of code: weights or labels written down as text or numbers.

    Example:
        >>> of_page(parse(b"KEY = '" + b"x" * 2000 + b"'", "mnist.py"))
        ['mnist.py, line 1: a text of 2,000 characters that looks like data. Does it contain weights or labels?']
    """
    notes: list[str] = []
    for cell in content.cells:
        if cell.error:
            continue
        for node in ast.walk(code_cells.tree(cell.source)):
            if isinstance(node, ast.expr) and (said := _data(node)):
                notes.append(said.having(label=cell.label, line=node.lineno))
    return notes[:MOST_NOTES]


def fingerprint(weights: list[Any]) -> str:
    """A few characters that two models share only if all of their weights (arrays) are the same."""
    total = hashlib.sha256()
    for weight in weights:
        total.update(f"{weight.dtype} {weight.shape};".encode())
        total.update(weight.tobytes())
    return total.hexdigest()[:16]


def compare(reports: list[Report]) -> list[Report]:
    """The same reports, with a note where submissions hold the same trained weights, or are the same page.

    Pages are the same with every begun function alike, up to layout and comments; pages on which too little is begun are
    not compared. Such notes of an earlier run are taken away: the other page may have changed, or be of another class.
    """
    weights: dict[str, list[str]] = defaultdict(list)
    answers: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        for one in report.fingerprints:
            weights[one].append(report.submission)
        if report.answers:
            answers[report.answers].append(report)
    people = display_names((report.submission, report.person) for report in reports)
    noted = []
    for report in reports:
        alike = [one for one in answers.get(report.answers, ()) if one.submission != report.submission]
        files = {one.submission for one in alike if one.source_sha256 == report.source_sha256}
        found = {
            NoteKind.SAME_WEIGHTS: {name for one in report.fingerprints for name in weights[one]} - {report.submission},
            NoteKind.SAME_FILE: files,
            NoteKind.SAME_ANSWERS: {one.submission for one in alike} - files,
        }
        notes = [note for note in report.suspicions if kind_of(note) not in OF_CLASS]
        for kind, names in found.items():
            if names:
                notes.append(of_class(kind, sorted(people[name] for name in names)[:MOST_NOTES]))
        noted.append(replace(report, suspicions=tuple(notes)))
    return noted


def _divides(character: str) -> bool:
    """Whether a character is between words: a blank, or in languages that need none, a mark of punctuation."""
    return character.isspace() or (character > "\x7f" and unicodedata.category(character).startswith("P"))


def _data(node: ast.expr) -> Message | None:
    """What a piece of code holds that is data, in a sentence that waits for its place; None if it is ordinary."""
    if isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes)) and len(node.value) >= LONG_TEXT:
        text = node.value if isinstance(node.value, str) else node.value.decode("latin-1")
        if sum(map(_divides, text)) < SPACES * len(text):
            return message("{label}, line {line}: a text of {count:,} characters that looks like data. Does it contain weights or labels?", count=len(text))
    if isinstance(node, ast.Constant) and type(node.value) is int and node.value.bit_length() > 3.3 * LONG_NUMBER:
        count = int(node.value.bit_length() * 0.30103)
        return message("{label}, line {line}: a number of about {count:,} digits that looks like data. Does it contain weights or labels?", count=count)
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)) and len(node.elts) >= MANY_NUMBERS:
        return message("{label}, line {line}: a list of {count:,} values that looks like data. Does it contain weights or labels?", count=len(node.elts))
    if isinstance(node, ast.Dict) and len(node.keys) >= MANY_NUMBERS:
        return message("{label}, line {line}: a dict of {count:,} entries that looks like data. Does it contain weights or labels?", count=len(node.keys))
    return None
