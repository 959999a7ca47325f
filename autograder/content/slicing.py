"""Which of a page's statements one function needs.

For each function only the imports, functions, classes and constants that it reaches are sent to the worker; the page's
demo never is. So checking plain NumPy functions needs no Keras.
"""

from __future__ import annotations

import ast
import builtins
import functools
from dataclasses import dataclass
from typing import Any

from autograder.content.demo import Demo
from autograder.content.page import Page
from autograder.content.solution_markers import is_stub
from autograder.content.statements import (
    Statement,
    by_name,
    is_main_guard,
    last_line,
    needs,
    no_function,
    packages,
    parameters_of,
)

BUILTINS = set(dir(builtins))


@dataclass(frozen=True)
class Slice:
    """What one function needs of its page.

    Attributes:
        cells: ``[{"source", "picks", "filename"}, …]`` for the worker.
        imports: top-level packages the slice imports.
        demo_names: names it reaches that only the page's demo makes.
        line, end: where the function begins and ends; ``label`` names the file or notebook cell.
        is_stub: the function is there and not written yet.
        parameters: as the function orders them; empty where they cannot be read off, or may be left out.
    """

    cells: list[dict[str, Any]]
    imports: frozenset[str] = frozenset()
    demo_names: frozenset[str] = frozenset()
    line: int = 0
    end: int = 0
    label: str = ""
    is_stub: bool = False
    parameters: tuple[str, ...] = ()

@dataclass(frozen=True)
class Slicer:
    """Cuts slices out of one page. Its tables are made once and in one pass: a page may have tens of thousands of statements.

    Attributes:
        page, statements: what is cut.
        demo: those of the statements that belong to no slice.
    """

    page: Page
    statements: list[Statement]
    demo: Demo

    @functools.cached_property
    def makers(self) -> dict[str, list[Statement]]:
        """Name -> the statements that give it a value, in order."""
        return by_name((name, statement) for statement in self.statements for name in statement.binds)

    @functools.cached_property
    def _concerned(self) -> dict[str, list[Statement]]:
        """Name -> the statements that give it its value or change it; ``plt.title(…)`` changes no module of ours."""
        imported = {name for statement in self.statements if statement.is_import for name in statement.binds}
        return by_name(
            (name, statement)
            for statement in self.statements
            for name in statement.binds | statement.changes
            if not (name in statement.changes and isinstance(statement.node, ast.Expr) and name in imported)
        )

    def cut(self, function: str) -> tuple[Slice, list[Statement]] | None:
        """What a function needs, and the statements of it; None if the page defines no such name."""
        binding = [one for one in self.makers.get(function, ()) if not is_main_guard(one)]
        if not binding:
            return None
        last = binding[-1]
        if no_function(last.node):
            return None
        if is_stub(last.node) and any(function in cell.broken_names for cell in self.page.cells):
            return None  # it is written, in a cell that does not parse: ``missing`` says so
        chosen, reached, todo = {id(last): last}, set(), list(needs(last, function))
        for statement in self.statements:
            if statement.is_future:  # it changes how all the others are read
                chosen[id(statement)] = statement
        while todo:
            name = todo.pop()
            if name in reached or name in BUILTINS:
                continue
            reached.add(name)
            for statement in self._concerned.get(name, ()):
                if id(statement) not in chosen and statement not in self.demo:
                    chosen[id(statement)] = statement
                    todo.extend(needs(statement, function))
        bound = {name for statement in chosen.values() for name in statement.binds}
        if reached - bound - self.demo.made:
            chosen |= {id(statement): statement for statement in self.makers.get("*", ())}
        picked = [statement for statement in self.statements if id(statement) in chosen]
        bound = {name for statement in picked for name in statement.binds}
        found = Slice(
            cells=_cells(self.page, picked),
            imports=frozenset(packages(picked)),
            demo_names=frozenset(reached & (self.demo.names | self.demo.made) - bound),
            line=last.node.lineno,
            end=last_line(last.node),
            label=self.page.cells[last.cell].label,
            is_stub=is_stub(last.node),
            parameters=parameters_of(last.node),
        )
        return found, picked


def _cells(content: Page, picked: list[Statement]) -> list[dict[str, Any]]:
    cells: dict[int, list[int]] = {}
    for statement in picked:
        cells.setdefault(statement.cell, []).append(statement.pick)
    return [
        {"source": content.cells[number].source, "picks": picks, "filename": content.cells[number].label}
        for number, picks in sorted(cells.items())
    ]
