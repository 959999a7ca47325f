"""A student's file, taken apart: which of its statements one function needs.

Reading a submission runs its definitions, not its story. For each function only the imports, functions, classes and
constants that it reaches are sent to the worker; cells that load the data, train or draw are never run. So a function
that leans on a global made by the story is found out, and checking plain NumPy functions needs no Keras.
"""

from __future__ import annotations

import ast
import builtins
import difflib
import functools
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.content import page
from autograder.content.page import Page
from autograder.content.page_remarks import PageRemarks, no_function
from autograder.content.statements import (
    Statement,
    by_name,
    imported,
    is_main_guard,
    last_line,
    needs,
    packages,
    parameters_of,
    statements_of,
)
from autograder.core import file_names

DEMO_CALLS = {"load_data", "fit", "evaluate", "predict", "show"}  # what a page does, not what it defines
BUILTINS = set(dir(builtins))
FEWEST_ALIKE = 3  # functions that make a page somebody's own: two people may well write the same single line


@dataclass(frozen=True)
class Slice:
    """What one function needs of its page.

    Attributes:
        cells: ``[{"source", "picks", "filename"}, …]`` for the worker.
        imports: top-level packages the slice imports.
        demo_names: names it reaches that only the page's story makes.
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
class Submission:
    """One student's page.

    Attributes:
        name: the student's id or the file's stem.
        page: what was read.
        sha256: of the file's bytes.
        functions: names of the exercises; calling one at top level is story.
        demo_names: names that the assignment's own story makes.
    """

    name: str
    page: Page
    sha256: str
    functions: frozenset[str] = frozenset()
    demo_names: frozenset[str] = frozenset()

    @functools.cached_property
    def statements(self) -> list[Statement]:
        return [
            statement
            for number, cell in enumerate(self.page.cells)
            if not cell.error
            for statement in statements_of(cell, number)
        ]

    @property
    def defined(self) -> set[str]:
        return set(self.makers)

    def find(self, function: str) -> Slice | None:
        """What a function needs, or None if the page defines no such name."""
        if function not in self._slices:
            self._slices[function] = self._found(function)
        return self._slices[function]

    def fingerprint(self, function: str) -> str:
        """The beginning of ``content_hash``, for a file that people look at."""
        return self.content_hash(function)[:16]

    def content_hash(self, function: str) -> str:
        """A hash of what a function needs: another one means that its checks may come out differently.

        Comments, layout and the rest of the page change nothing; nor does the order of imports, or one that comes twice,
        where that cannot matter. Empty if the page defines no such name.
        """
        if self.find(function) is None:
            return ""
        if function not in self._hashes:
            picked = self._picked[function]
            imports = imported(picked)
            dumped = [ast.dump(one.node) for one in picked if imports is None or not one.is_import or one.is_future]
            text = repr([imports, dumped]).encode("utf-8", "backslashreplace")
            self._hashes[function] = hashlib.sha256(text).hexdigest()
        return self._hashes[function]

    @functools.cached_property
    def begun(self) -> tuple[str, ...]:
        """The exercises' functions that are no stubs any more, in order of name; also those that cannot be read."""
        broken = {name for cell in self.page.cells for name in cell.broken_names}
        return tuple(
            name
            for name in sorted(self.functions)
            if name in broken or ((found := self.find(name)) is not None and not found.is_stub)
        )

    @property
    def answers(self) -> str:
        """A hash of all functions that are begun, whatever the layout; empty where they are too few to tell two pages apart."""
        if len(self.begun) < min(FEWEST_ALIKE, len(self.functions)) or not self.begun:
            return ""
        hashes = repr([(name, self.content_hash(name)) for name in self.begun])
        return hashlib.sha256(hashes.encode()).hexdigest()[:16]

    def missing(self, function: str) -> str:
        """Why a function is not there, with near names, as one sentence."""
        return self._remarks.missing(function)

    def notes(self, functions: Iterable[str]) -> tuple[str, ...]:
        """Sentences about the page as a whole, and about how it defines some functions (see ``PageRemarks``)."""
        return self._remarks.notes(functions)

    def advice(self, function: str) -> str:
        """What stands out in a function's text that is often wrong; to be said only where an answer is wrong."""
        return self._remarks.advice(function)

    @functools.cached_property
    def _remarks(self) -> PageRemarks:
        return PageRemarks(self)

    @property
    def is_of_another_assignment(self) -> bool:
        """Whether the page has none of the functions that are asked for, in whatever state, nor any that is called alike."""
        meant = {name for cell in (*self.page.cells, *self.page.prose) for name in page.DEFINITION.findall(cell.source)}
        found = self.defined | meant
        if not self.functions or self.functions & found:  # a page may have tens of thousands of names to compare
            return False
        alike = (difflib.get_close_matches(name, found, n=1, cutoff=0.7) for name in self.functions)
        return not any(alike)

    def _found(self, function: str) -> Slice | None:
        binding = [one for one in self.makers.get(function, ()) if not is_main_guard(one)]
        if not binding:
            return None
        last = binding[-1]
        if no_function(last.node):
            return None
        if page.is_stub(last.node) and any(function in cell.broken_names for cell in self.page.cells):
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
                if id(statement) not in chosen and id(statement) not in self._demo_statements:
                    chosen[id(statement)] = statement
                    todo.extend(needs(statement, function))
        bound = {name for statement in chosen.values() for name in statement.binds}
        if reached - bound - self._made_by_demo:
            chosen |= {id(statement): statement for statement in self.makers.get("*", ())}
        picked = [statement for statement in self.statements if id(statement) in chosen]
        self._picked[function] = picked
        bound = {name for statement in picked for name in statement.binds}
        return Slice(
            cells=_cells(self.page, picked),
            imports=frozenset(packages(picked)),
            demo_names=frozenset(reached & (self._names_of_demo | self._made_by_demo) - bound),
            line=last.node.lineno,
            end=last_line(last.node),
            label=self.page.cells[last.cell].label,
            is_stub=page.is_stub(last.node),
            parameters=parameters_of(last.node),
        )

    # Tables, each made once and in one pass: a page may have tens of thousands of statements.

    @functools.cached_property
    def _slices(self) -> dict[str, Slice | None]:
        return {}

    @functools.cached_property
    def _hashes(self) -> dict[str, str]:
        return {}

    @functools.cached_property
    def _picked(self) -> dict[str, list[Statement]]:
        return {}

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

    @functools.cached_property
    def _names_of_demo(self) -> frozenset[str]:
        """Names that the assignment's story makes and that this page does not define itself."""
        return self.demo_names - {
            name for one in self.statements if one.is_definition or one.is_import for name in one.binds
        }

    @functools.cached_property
    def _made_by_demo(self) -> set[str]:
        return {name for statement in self.statements if id(statement) in self._demo_statements for name in statement.binds}

    @functools.cached_property
    def _demo_statements(self) -> set[int]:
        """The statements (by ``id``) that are the page's demonstration and never run when judging.

        Those that do what a story does, and constants worked out from what they made.
        """
        plain = [one for one in self.statements if not (one.is_import or one.is_definition)]
        defined = {name for one in self.statements if one.is_import or one.is_definition for name in one.binds}
        users = by_name((name, statement) for statement in plain for name in statement.uses)
        found: set[int] = set()
        todo = [statement for statement in plain if self._is_demo(statement)]
        while todo:
            statement = todo.pop()
            if id(statement) not in found:
                found.add(id(statement))
                todo += [user for name in statement.binds - defined for user in users.pop(name, ())]
        return found

    def _is_demo(self, statement: Statement) -> bool:
        """Whether a plain statement does what a story does: loads, trains, shows, or calls the page's exercises."""
        if (statement.binds | statement.uses) & self._names_of_demo:
            return True
        if is_main_guard(statement):
            return True
        for node in ast.walk(statement.node):
            if isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if called in DEMO_CALLS or called in self.functions:
                    return True
                owner = node.func.value if isinstance(node.func, ast.Attribute) else node.func
                if isinstance(owner, ast.Name) and owner.id in self._from_kit:
                    return True
        return False

    @functools.cached_property
    def _from_kit(self) -> set[str]:
        imports = [statement for statement in self.statements if statement.is_import]
        return {name for one in imports if "autograder" in packages([one]) for name in one.binds}


def read_submission(
    path: Path, name: str = "", functions: frozenset[str] = frozenset(), demo_names: frozenset[str] = frozenset()
) -> Submission:
    """Reads a student's file.

    Args:
        path: a ``.py`` or ``.ipynb`` file.
        name: who it is from; the file's stem if empty.
        functions, demo_names: see ``Submission``.

    Raises:
        page.Unreadable: see ``page.read``.
    """
    return from_bytes(page.content(path), file_names.shown(path.name), name or file_names.shown(path.stem), functions, demo_names)


def from_bytes(
    data: bytes, filename: str, name: str, functions: frozenset[str] = frozenset(), demo_names: frozenset[str] = frozenset()
) -> Submission:
    """Like ``read_submission``, for a file's content.

    Raises:
        page.Unreadable: see ``page.parse``.
    """
    return Submission(name, page.parse(data, filename), hashlib.sha256(data).hexdigest(), functions, demo_names)


def from_source(
    source: str,
    name: str,
    functions: frozenset[str] = frozenset(),
    demo_names: frozenset[str] = frozenset(),
    label: str = "",
) -> Submission:
    """A submission from text, as if it had been a script."""
    content = page.parse(source.encode(), label or f"{name}.py")
    return Submission(name, content, hashlib.sha256(source.encode()).hexdigest(), functions, demo_names)


def names_made_by_demo(content: Page) -> frozenset[str]:
    """Names that a page binds at top level by statements other than imports and definitions."""
    names: set[str] = set()
    for number, cell in enumerate(content.cells):
        if not cell.error:
            for statement in statements_of(cell, number):
                if not (statement.is_import or statement.is_definition):
                    names |= statement.binds
    return frozenset(names)


def _cells(content: Page, picked: list[Statement]) -> list[dict[str, Any]]:
    cells: dict[int, list[int]] = {}
    for statement in picked:
        cells.setdefault(statement.cell, []).append(statement.pick)
    return [
        {"source": content.cells[number].source, "picks": picks, "filename": content.cells[number].label}
        for number, picks in sorted(cells.items())
    ]
