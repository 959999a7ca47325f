"""What there is to say of a page: why a function is not there, what is defined twice, what is often wrong."""

from __future__ import annotations

import ast
import difflib
import functools
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from autograder.content.code_cells import DEFINITION, called_name
from autograder.content.solution_markers import is_stub
from autograder.content.statements import Statement, is_main_guard, last_line, no_function, parameters_of
from autograder.core.languages import joined, message

if TYPE_CHECKING:
    from autograder.content.submission import Submission


class PageRemarks:
    """Sentences about one submission's page."""

    def __init__(self, submission: Submission) -> None:
        self.submission = submission

    def missing(self, function: str) -> str:
        """Why a function is not there, with near names, as one sentence."""
        for cell in self.submission.page.cells:
            if function in cell.broken_names:
                return message("{function} could not be read. {error}", function=function, error=cell.error)
        for statement in self.submission.makers.get(function, ())[-1:]:
            if why := no_function(statement.node):
                return message("{label}, line {line}: {why}", label=self.submission.page.cells[statement.cell].label, line=statement.node.lineno, why=why)
        if inside := self._inside.get(function):
            return inside
        for cell in self.submission.page.prose:
            if function in DEFINITION.findall(cell.source):
                return (
                    message(
                        "{function} is in {label}, so it is not run. Change it back to a code cell (in Jupyter: click the cell, press "
                        "Esc, then Y).",
                        function=function, label=cell.label,
                    )
                )
        for cell in self.submission.page.cells:
            for number, line in enumerate(cell.source.split("\n"), 1):
                if re.match(rf"\s*#[#\s]*def\s+{re.escape(function)}\b", line):
                    return message(
                        "{label}, line {number}: there is a # before def {function}, so Python skips it. Remove the #.",
                        label=cell.label, number=number, function=function,
                    )
        others = sorted(
            name for name in self.submission.defined - self.submission.functions if not all(one.is_import for one in self.submission.makers[name])
        )
        near = difflib.get_close_matches(function, others, n=1, cutoff=0.7)
        hint = message("Found: {near}. Did you rename it?", near=near[0]) if near else message("Was its cell deleted or renamed?")
        return joined([message("{function} is not defined in {name}.", function=function, name=self.submission.page.name), hint])

    def notes(self, functions: Iterable[str]) -> tuple[str, ...]:
        """Sentences about the page as a whole, and about how it defines some functions.

        What is said with a function (``missing``) is not said twice.

        Args:
            functions: names of those that are judged.
        """
        elsewhere = {cell.error for cell in self.submission.page.cells if self.submission.functions & set(cell.broken_names)}
        notes = [note for note in self.submission.page.notes if note not in elsewhere]
        for function in functions:
            notes += self._twice(function)
        return tuple(notes)

    def advice(self, function: str) -> str:
        """What stands out in a function's text that is often wrong; to be said only where an answer is wrong. May be empty."""
        return joined(dict.fromkeys(self._oddities(function)))

    def _twice(self, function: str) -> list[str]:
        """A sentence if a written answer is above an empty copy: Python takes the last one."""
        makers = [one for one in self.submission.makers.get(function, ()) if isinstance(one.node, ast.FunctionDef)]
        if len(makers) < 2 or not is_stub(makers[-1].node):
            return []
        written = [one for one in makers[:-1] if not is_stub(one.node)]
        if not written:
            return []
        return [
            message(
                "{function} is defined twice: written in {place}, and empty in {other}. Python uses the last one: delete the empty "
                "one.",
                function=function, place=self._place(written[-1]), other=self._place(makers[-1]),
            )
        ]

    def _oddities(self, function: str) -> Iterable[str]:
        makers = [(one, one.node) for one in self.submission.makers.get(function, ()) if isinstance(one.node, ast.FunctionDef)]
        if not makers:
            return
        last, definition = makers[-1]
        label = self.submission.page.cells[last.cell].label
        for cell in self.submission.page.cells:
            if cell.label == label and "outside function" in cell.error:
                line = next(number for number, text in enumerate(cell.source.split("\n"), 1) if text.strip())
                between = [one for one in self.submission.statements if one.is_definition and self._is_between(one, last, line)]
                if last_line(definition) < line and not between:
                    yield cell.error
        nested = [one for one in definition.body if isinstance(one, ast.FunctionDef)]
        returned = [one for one in _own_nodes(definition) if isinstance(one, ast.Return)]
        if nested and not returned:
            yield (
                message(
                    "{label}, line {line}: {name} is defined inside {function}, and {function} itself returns nothing.",
                    label=label, line=nested[0].lineno, name=nested[0].name, function=function,
                )
            )
        for each in returned:
            if _is_decimal_comma(each.value):
                yield message("{label}, line {line}: A comma makes two values. If you mean one decimal number, write it with a point.", label=label, line=each.lineno)
        for call in _own_nodes(definition):
            if not isinstance(call, ast.Call):
                continue
            called = called_name(call)
            if called == "load_data" or (called == "load" and _is_datasets(call)):
                yield (
                    message(
                        "{label}, line {line}: the data is loaded again here. {function} gets everything it needs as arguments: "
                        "{parameters}.",
                        label=label, line=call.lineno, function=function, parameters=", ".join(parameters_of(definition)) or message("nothing"),
                    )
                )

    def _is_between(self, one: Statement, above: Statement, line: int) -> bool:
        same = self.submission.page.cells[one.cell].label == self.submission.page.cells[above.cell].label
        return same and last_line(above.node) < one.node.lineno < line

    def _place(self, statement: Statement) -> str:
        return message("{label}, line {line}", label=self.submission.page.cells[statement.cell].label, line=statement.node.lineno)

    @functools.cached_property
    def _inside(self) -> dict[str, str]:
        """Exercise -> where it is defined inside something else, so that the page itself has no such name."""
        found: dict[str, str] = {}
        for statement in self.submission.statements:
            owner = _owner(statement)
            if not owner:
                continue
            for node in ast.walk(statement.node):
                if isinstance(node, ast.FunctionDef) and node is not statement.node and node.name in self.submission.functions:
                    place = message("{label}, line {line}", label=self.submission.page.cells[statement.cell].label, line=node.lineno)
                    found.setdefault(
                        node.name,
                        message(
                            "{place}: {name} is inside {owner}, but it must start at the left margin of the page. Move it out of there.",
                            place=place, name=node.name, owner=owner,
                        ),
                    )
        return found


def _owner(statement: Statement) -> str:
    """What a top-level statement is in which a function would be hidden from the page; empty if nothing of the kind."""
    if is_main_guard(statement):
        return message("the block of if __name__ …, which runs only if the file is started as a program")
    if isinstance(statement.node, ast.ClassDef):
        return message("the class {name}", name=statement.node.name)
    if isinstance(statement.node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return message("the function {name}", name=statement.node.name)
    return ""


def _own_nodes(function: ast.FunctionDef) -> Iterable[ast.AST]:
    """What a function does itself, without the functions inside it."""
    todo: list[ast.AST] = list(function.body)
    while todo:
        node = todo.pop()
        yield node
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            todo += ast.iter_child_nodes(node)


def _is_decimal_comma(value: ast.expr | None) -> bool:
    """``images / 255,0``: two values, of which the first ends in a number and the second is one."""
    if not isinstance(value, ast.Tuple) or len(value.elts) != 2:
        return False
    first, second = value.elts
    if (first.end_lineno, (first.end_col_offset or 0) + 1) != (second.lineno, second.col_offset):
        return False  # nobody writes a decimal number with a space in it
    while isinstance(first, ast.BinOp):
        first = first.right
    return all(isinstance(one, ast.Constant) and type(one.value) is int for one in (first, second))


def _is_datasets(call: ast.Call) -> bool:
    """Whether it is ``datasets.…(…)``."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    return isinstance(owner, ast.Name) and owner.id == "datasets"
