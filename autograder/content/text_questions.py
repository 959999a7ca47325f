"""Questions whose answer is a text that a person reads and marks: a name at the top level of a page, and a text in quotes.

The text is read from the source and never run, so no mark hangs on what a page does.
"""

from __future__ import annotations

import ast
import inspect
import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from autograder.content.code_cells import Cell, called_name, tree
from autograder.content.page import Page
from autograder.content.solution_markers import BEGIN, END, NAME_AND_TEXT, PROMPT, STUB
from autograder.core.languages import message
from autograder.core.written_answer import WrittenAnswer

MOST_POINTS = 1_000_000
LONGEST = 20_000  # characters that are kept of one answer
CUT = "\n[Cut here: the rest is in the submitted page.]"
OTHER_STUBS = (STUB, f"{STUB}()", "# YOUR CODE HERE", "YOUR ANSWER HERE")  # nbgrader's, and lines that stand for code
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True)
class TextQuestion:
    """One text to write.

    Attributes:
        name: the variable on the page that holds the text.
        title: what it is about, in a few words; question: what is asked, for whoever marks it.
        points: what a person can give for it; they are not among the points of the checks.
        minutes: how long it takes a beginner; hints: mildest first.
        prompt: the text that is there before anybody has written; sample: the text of the page in ``solutions/``, for
            instructors, or empty.
    """

    name: str
    title: str
    question: str
    points: float
    minutes: int = 0
    hints: tuple[str, ...] = ()
    prompt: str = ""
    sample: str = ""

    def read(self, page: Page) -> WrittenAnswer:
        """What a page answers."""
        found = text_in(page, self.name) or ""
        text = "" if self.is_unwritten(found) else found
        if len(text) > LONGEST:
            text = text[:LONGEST] + CUT
        return WrittenAnswer(self.name, self.title, self.question, text, self.points, sample=self.sample)

    def is_unwritten(self, text: str) -> bool:
        """Whether nothing was written: no words, or those that stood there before.

        Example:
            >>> TextQuestion("WHY", "why", "Why?", 5, prompt="Say why.").is_unwritten("  Say  why. ")
            True
        """
        stubs = {PROMPT, *OTHER_STUBS, *map(_plain, self.prompt.splitlines())}
        rest = [line for line in map(_plain, text.splitlines()) if line not in stubs]
        return not any(rest) or _plain(text) == _plain(self.prompt)


def text_in(page: Page, name: str) -> str | None:
    """The text that a page gives to a name at top level, from its last assignment; None if there is none.

    A text that Python would have to calculate is shown as its source.
    """
    for number, cell in reversed([*enumerate(page.cells)]):
        if cell.error:
            found = _in_broken(page.cells[number:], name)
            if found is not None:
                return found
            continue
        for node in reversed(tree(cell.source).body):
            value = _value(node, name)
            if value is not None:
                return _literal(value, cell.source)
    return next((text for cell in page.prose if (text := _in_broken((cell,), name)) is not None), None)


def is_text_cell(source: str) -> bool:
    """Whether a cell gives a text to a name, and does nothing else.

    Example:
        >>> is_text_cell('WHY = "Because."'), is_text_cell("import why")
        (True, False)
    """
    try:
        body = tree(source).body
    except SyntaxError:
        return False
    if len(body) != 1 or not isinstance(body[0], (ast.Assign, ast.AnnAssign)) or body[0].value is None:
        return False
    return _constant(body[0].value) is not None


def _in_broken(cells: tuple[Cell, ...], name: str) -> str | None:
    """A text that is not Python (a quote is missing) or is in a cell of another kind, as it was typed: a person can read it."""
    source = cells[0].source
    begin = next((found for found in NAME_AND_TEXT.finditer(source) if found[1] == name), None)
    if begin is None:
        return None
    broken = itertools.takewhile(lambda cell: cell.error and cell.label == cells[0].label, cells[1:])
    return "\n".join([source[begin.end() :], *(cell.source.strip("\n") for cell in broken)]).strip().strip("\"'()").strip()


def questions(texts: Mapping[str, Mapping[str, Any]], released: Page, page: Page | None) -> tuple[TextQuestion, ...]:
    """The questions of ``[texts.NAME]`` in the settings, in order.

    Args:
        texts: name -> its table, whose keys and types are right; released: the page as students receive it; page: with the
            answers, or None.

    Raises:
        ValueError: a setting is impossible, or the page does not define the name as a text.
    """
    return tuple(_question(name, values, released, page) for name, values in texts.items())


def _question(name: str, values: Mapping[str, Any], released: Page, page: Page | None) -> TextQuestion:
    where = f"texts.{name}"
    if not NAME.fullmatch(name):
        raise ValueError(message("{key}: {name} cannot be the name of a variable", key=where, name=repr(name)))
    if not values["points"] < MOST_POINTS:
        raise ValueError(message("{key} has {points} points; expected less than {most:,}", key=where, points=str(values["points"]), most=MOST_POINTS))
    prompt = text_in(released, name)
    if prompt is None:
        raise ValueError(message('{key}: the page has no top-level line that begins with {name} = """', key=where, name=name))
    sample = (text_in(page, name) or "") if page else ""
    return TextQuestion(
        name=name,
        title=values["title"],
        question=values["question"],
        points=float(values["points"]),
        minutes=int(values.get("minutes", 0)),
        hints=tuple(values.get("hints", ())),
        prompt=prompt,
        sample="" if _plain(sample) == _plain(prompt) else sample,
    )


def _plain(text: str) -> str:
    return " ".join(text.split())


def _value(node: ast.stmt, name: str) -> ast.expr | None:
    """What a statement gives to the name, if it is an assignment to it."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    if any(isinstance(target, ast.Name) and target.id == name for target in targets):
        return node.value if isinstance(node, (ast.Assign, ast.AnnAssign)) else None
    return None


def _literal(value: ast.expr, source: str) -> str:
    text = _constant(value)
    if text is None:
        text = ast.get_source_segment(source, value) or ast.unparse(value)
    lines = [line.rstrip() for line in inspect.cleandoc(text).splitlines() if line.strip() not in (BEGIN, END)]
    return "\n".join(lines).strip("\n")


def _constant(value: ast.expr) -> str | None:
    """The text of an expression of texts alone: one, several that are added or joined by lines, or trimmed; else None."""
    parts: list[str | None]
    if isinstance(value, ast.Constant):
        return value.value if isinstance(value.value, str) else "" if value.value in (None, ...) else None
    if isinstance(value, ast.JoinedStr):
        parts = [_constant(part) for part in value.values]
        return None if None in parts else "".join(map(str, parts))
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add):
        parts = [_constant(value.left), _constant(value.right)]
        return None if None in parts else "".join(map(str, parts))
    if isinstance(value, (ast.List, ast.Tuple)):
        parts = [_constant(part) for part in value.elts]
        return None if None in parts else "\n".join(map(str, parts))
    if isinstance(value, ast.Call) and not value.keywords:
        return _call(value)
    return None


def _call(call: ast.Call) -> str | None:
    """``dedent("…")``, ``"…".strip()`` and ``" ".join(["…", …])``."""
    called = called_name(call)
    if called in ("dedent", "cleandoc", "str") and len(call.args) == 1:
        return _constant(call.args[0])
    if isinstance(call.func, ast.Attribute):
        if called in ("strip", "lstrip", "rstrip") and not call.args:
            return _constant(call.func.value)
        if called == "join" and len(call.args) == 1 and isinstance(call.args[0], (ast.List, ast.Tuple)):
            between, parts = _constant(call.func.value), [_constant(part) for part in call.args[0].elts]
            return None if between is None or None in parts else between.join(map(str, parts))
    return None
