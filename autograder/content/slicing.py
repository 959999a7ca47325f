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
import re
import symtable
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.content import page
from autograder.content.page import Cell, Page
from autograder.core import file_names

DEMO_CALLS = {"load_data", "fit", "evaluate", "predict", "show"}  # what a page does, not what it defines
BUILTINS = set(dir(builtins))
FEWEST_ALIKE = 3  # functions that make a page somebody's own: two people may well write the same single line


@dataclass(frozen=True)
class Statement:
    """One top-level statement of a page.

    Attributes:
        cell, pick: its cell's and its own place.
        binds: names it gives a value to.
        uses: names it reads, nested functions included.
        changes: names whose object it changes in place (``COUNTS["a"] = 1``, ``LABELS.append(3)``).
    """

    cell: int
    pick: int
    node: ast.stmt
    binds: frozenset[str]
    uses: frozenset[str]
    changes: frozenset[str]

    @property
    def is_import(self) -> bool:
        return isinstance(self.node, (ast.Import, ast.ImportFrom))

    @property
    def is_future(self) -> bool:
        return isinstance(self.node, ast.ImportFrom) and self.node.module == "__future__"

    @property
    def is_definition(self) -> bool:
        return isinstance(self.node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))


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
            for statement in _statements(cell, number)
        ]

    @property
    def defined(self) -> set[str]:
        return set(self._makers)

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
            imported = _imported(picked)
            dumped = [ast.dump(one.node) for one in picked if imported is None or not one.is_import or one.is_future]
            text = repr([imported, dumped]).encode("utf-8", "backslashreplace")
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
        for cell in self.page.cells:
            if function in cell.broken_names:
                return f"{function} could not be read. {cell.error}"
        for statement in self._makers.get(function, ())[-1:]:
            if why := _no_function(statement.node):
                return f"{self.page.cells[statement.cell].label}, line {statement.node.lineno}: {why}"
        if inside := self._inside.get(function):
            return inside
        for cell in self.page.prose:
            if function in page.DEFINITION.findall(cell.source):
                return (
                    f"{function} is in {cell.label}, so it is not run. Change it back to a code cell (in Jupyter: "
                    "click the cell, press Esc, then Y)."
                )
        for cell in self.page.cells:
            for number, line in enumerate(cell.source.split("\n"), 1):
                if re.match(rf"\s*#[#\s]*def\s+{re.escape(function)}\b", line):
                    return f"{cell.label}, line {number}: there is a # before def {function}, so Python skips it. Remove the #."
        others = sorted(
            name for name in self.defined - self.functions if not all(one.is_import for one in self._makers[name])
        )
        near = difflib.get_close_matches(function, others, n=1, cutoff=0.7)
        hint = f" Found: {near[0]}. Did you rename it?" if near else " Was its cell deleted or renamed?"
        return f"{function} is not defined in {self.page.name}.{hint}"

    @property
    def is_of_another_assignment(self) -> bool:
        """Whether the page has none of the functions that are asked for, in whatever state, nor any that is called alike."""
        meant = {name for cell in (*self.page.cells, *self.page.prose) for name in page.DEFINITION.findall(cell.source)}
        found = self.defined | meant
        if not self.functions or self.functions & found:  # a page may have tens of thousands of names to compare
            return False
        alike = (difflib.get_close_matches(name, found, n=1, cutoff=0.7) for name in self.functions)
        return not any(alike)

    def notes(self, functions: Iterable[str]) -> tuple[str, ...]:
        """Sentences about the page as a whole, and about how it defines some functions.

        What is told with a function (``missing``) is not told twice.

        Args:
            functions: names of those that are judged.
        """
        elsewhere = {cell.error for cell in self.page.cells if self.functions & set(cell.broken_names)}
        notes = [note for note in self.page.notes if note not in elsewhere]
        for function in functions:
            notes += self._twice(function)
        return tuple(notes)

    def advice(self, function: str) -> str:
        """What stands out in a function's text that is often wrong; to be said only where an answer is wrong. May be empty."""
        return " ".join(dict.fromkeys(self._oddities(function)))

    def _twice(self, function: str) -> list[str]:
        """A sentence if a written answer stands above an empty copy: Python takes the last one."""
        makers = [one for one in self._makers.get(function, ()) if isinstance(one.node, ast.FunctionDef)]
        if len(makers) < 2 or not page.is_stub(makers[-1].node):
            return []
        written = [one for one in makers[:-1] if not page.is_stub(one.node)]
        if not written:
            return []
        return [
            f"{function} is defined twice: written in {self._place(written[-1])}, and empty in "
            f"{self._place(makers[-1])}. Python uses the last one: delete the empty one."
        ]

    def _oddities(self, function: str) -> Iterable[str]:
        makers = [(one, one.node) for one in self._makers.get(function, ()) if isinstance(one.node, ast.FunctionDef)]
        if not makers:
            return
        last, definition = makers[-1]
        label = self.page.cells[last.cell].label
        for cell in self.page.cells:
            if cell.label == label and "outside function" in cell.error:
                line = next(number for number, text in enumerate(cell.source.split("\n"), 1) if text.strip())
                between = [one for one in self.statements if one.is_definition and self._is_between(one, last, line)]
                if _end(definition) < line and not between:
                    yield cell.error
        nested = [one for one in definition.body if isinstance(one, ast.FunctionDef)]
        returned = [one for one in _own_nodes(definition) if isinstance(one, ast.Return)]
        if nested and not returned:
            yield (
                f"{label}, line {nested[0].lineno}: {nested[0].name} is defined inside {function}, and {function} itself "
                "returns nothing."
            )
        for each in returned:
            if _is_decimal_comma(each.value):
                yield f"{label}, line {each.lineno}: Write a decimal number with a point. A comma makes two values."
        for call in _own_nodes(definition):
            if not isinstance(call, ast.Call):
                continue
            called = getattr(call.func, "attr", getattr(call.func, "id", ""))
            if called == "load_data" or (called == "load" and _is_datasets(call)):
                yield (
                    f"{label}, line {call.lineno}: the data is loaded again here. {function} gets everything it needs "
                    f"as arguments: {', '.join(_parameters(definition)) or 'nothing'}."
                )

    def _is_between(self, one: Statement, above: Statement, line: int) -> bool:
        same = self.page.cells[one.cell].label == self.page.cells[above.cell].label
        return same and _end(above.node) < one.node.lineno < line

    def _place(self, statement: Statement) -> str:
        return f"{self.page.cells[statement.cell].label}, line {statement.node.lineno}"

    @functools.cached_property
    def _inside(self) -> dict[str, str]:
        """Exercise -> where it is defined inside something else, so that the page itself has no such name."""
        found: dict[str, str] = {}
        for statement in self.statements:
            owner = _owner(statement)
            if not owner:
                continue
            for node in ast.walk(statement.node):
                if isinstance(node, ast.FunctionDef) and node is not statement.node and node.name in self.functions:
                    place = f"{self.page.cells[statement.cell].label}, line {node.lineno}"
                    found.setdefault(
                        node.name,
                        f"{place}: {node.name} is inside {owner}, but it must start at the left margin of the page. "
                        "Move it out of there.",
                    )
        return found

    def _found(self, function: str) -> Slice | None:
        binding = [one for one in self._makers.get(function, ()) if not _is_main_guard(one)]
        if not binding:
            return None
        last = binding[-1]
        if _no_function(last.node):
            return None
        if page.is_stub(last.node) and any(function in cell.broken_names for cell in self.page.cells):
            return None  # it is written, in a cell that does not parse: ``missing`` says so
        chosen, reached, todo = {id(last): last}, set(), list(_needs(last, function))
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
                    todo.extend(_needs(statement, function))
        bound = {name for statement in chosen.values() for name in statement.binds}
        if reached - bound - self._made_by_demo:
            chosen |= {id(statement): statement for statement in self._makers.get("*", ())}
        picked = [statement for statement in self.statements if id(statement) in chosen]
        self._picked[function] = picked
        bound = {name for statement in picked for name in statement.binds}
        return Slice(
            cells=_cells(self.page, picked),
            imports=frozenset(packages(picked)),
            demo_names=frozenset(reached & (self._names_of_demo | self._made_by_demo) - bound),
            line=last.node.lineno,
            end=_end(last.node),
            label=self.page.cells[last.cell].label,
            is_stub=page.is_stub(last.node),
            parameters=_parameters(last.node),
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
    def _makers(self) -> dict[str, list[Statement]]:
        """Name -> the statements that give it a value, in order."""
        return _by_name((name, statement) for statement in self.statements for name in statement.binds)

    @functools.cached_property
    def _concerned(self) -> dict[str, list[Statement]]:
        """Name -> the statements that give it its value or change it; ``plt.title(…)`` changes no module of ours."""
        imported = {name for statement in self.statements if statement.is_import for name in statement.binds}
        return _by_name(
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
        users = _by_name((name, statement) for statement in plain for name in statement.uses)
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
        if _is_main_guard(statement):
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


def _is_main_guard(statement: Statement) -> bool:
    return isinstance(statement.node, ast.If) and "__name__" in statement.uses


def _owner(statement: Statement) -> str:
    """What a top-level statement is in which a function would be hidden from the page; empty if nothing of the kind."""
    if _is_main_guard(statement):
        return "the block of if __name__ …, which runs only if the file is started as a program"
    if isinstance(statement.node, ast.ClassDef):
        return f"the class {statement.node.name}"
    if isinstance(statement.node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return f"the function {statement.node.name}"
    return ""


def _parameters(node: ast.stmt) -> tuple[str, ...]:
    """A plain function's parameters that must be given, in order; empty where it has others."""
    if not isinstance(node, ast.FunctionDef) or node.decorator_list:
        return ()
    given = node.args
    if given.posonlyargs or given.vararg or given.kwonlyargs or given.kwarg or given.defaults:
        return ()
    return tuple(one.arg for one in given.args)


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
    while isinstance(first, ast.BinOp):
        first = first.right
    return all(isinstance(one, ast.Constant) and type(one.value) is int for one in (first, second))


def _is_datasets(call: ast.Call) -> bool:
    """Whether it is ``datasets.…(…)``."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    return isinstance(owner, ast.Name) and owner.id == "datasets"


def _end(node: ast.stmt) -> int:
    """Its last line, which only a node that was not parsed lacks."""
    return node.end_lineno or node.lineno


def _by_name(pairs: Iterable[tuple[str, Statement]]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for name, statement in pairs:
        found.setdefault(name, []).append(statement)
    return found


def _no_function(node: ast.stmt) -> str:
    """Why what a statement defines cannot be called for an answer, in words; empty if it can."""
    if isinstance(node, ast.AsyncFunctionDef) and not node.decorator_list:
        return (
            f"{node.name} begins with async, so a call does not run it. Remove that word: def {node.name}(…):"
        )
    if isinstance(node, ast.ClassDef) and not (node.bases or node.keywords or node.decorator_list):
        methods = {one.name for one in node.body if isinstance(one, ast.FunctionDef)}
        if "__new__" not in methods:  # what that returns may be an answer
            return f"{node.name} is a class here, but a function is expected: begin it with def {node.name}(…):"
    return ""


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
            for statement in _statements(cell, number):
                if not (statement.is_import or statement.is_definition):
                    names |= statement.binds
    return frozenset(names)


def _statements(cell: Cell, number: int) -> list[Statement]:
    return [
        Statement(number, pick, node, *(frozenset(names) for names in _names(node)))
        for pick, node in enumerate(page.tree(cell.source).body)
    ]


def _needs(statement: Statement, function: str) -> frozenset[str]:
    """Names that a statement has to find. A definition calls the function later, and then finds its last version;
    anything else (``old = scale``) takes the version that is there, so earlier ones are needed.
    """
    return statement.uses - {function} if statement.is_definition else statement.uses


def _names(statement: ast.stmt) -> tuple[set[str], set[str], set[str]]:
    """(bound, used, changed) names of one top-level statement."""
    bound: set[str] = set()
    changed: set[str] = set()
    used = _outer_names(statement)
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return {statement.name}, used - {statement.name}, changed
    inner: set[int] = set()  # names inside functions, lambdas and comprehensions are not the page's
    for node in ast.walk(statement):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            bound.add(node.name)
            inner |= {id(child) for child in ast.walk(node) if child is not node}
        elif isinstance(node, (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
            inner |= {id(child) for child in ast.walk(node)}
    for node in ast.walk(statement):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            bound |= {alias.asname or alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load) and id(node) not in inner:
            bound.add(node.id)
        elif isinstance(node, (ast.Subscript, ast.Attribute)) and isinstance(node.ctx, (ast.Store, ast.Del)):
            changed |= _root(node)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(statement, ast.Expr):
            changed |= _root(node.func)
    return bound, used, changed


def _outer_names(statement: ast.stmt) -> set[str]:
    """Names that a statement takes from the page: no parameters, and not what a function in it binds itself.

    All its names where Python cannot tell: it reads ``def f(x, x)`` and refuses to run it, which is for the student to
    hear from the worker; and a long sum is nested too deeply.
    """
    try:
        tables = [symtable.symtable(ast.unparse(statement), "page", "exec")]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}
    names = set()
    while tables:
        table = tables.pop()
        tables += table.get_children()
        inside = isinstance(table, symtable.Function)  # lambdas and comprehensions too
        names |= {
            symbol.get_name()
            for symbol in table.get_symbols()
            if (symbol.is_global() if inside else symbol.is_referenced())
        }
    return names


def _root(node: ast.expr) -> set[str]:
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return {node.id} if isinstance(node, ast.Name) else set()


def _imported(statements: list[Statement]) -> list[tuple[str, str]] | None:
    """(name, what it is) of all that is imported, in order of name; None where the order of the statements may matter.

    It does where a statement uses a name at once, or where a name is given two values.
    """
    found: dict[str, str] = {}
    for one in statements:
        if one.is_future:
            continue
        if not isinstance(one.node, (ast.Import, ast.ImportFrom)):
            if not _only_defines(one.node):
                return None
            continue
        for alias in one.node.names:
            name = alias.asname or alias.name
            origin = f"{'.' * one.node.level}{one.node.module}:" if isinstance(one.node, ast.ImportFrom) else ""
            if name == "*" or "." in name or found.setdefault(name, origin + alias.name) != origin + alias.name:
                return None
    if any(found.keys() & one.binds for one in statements if not one.is_import):
        return None
    return sorted(found.items())


def _only_defines(node: ast.stmt) -> bool:
    """A function of which nothing is worked out before it is called."""
    if not isinstance(node, ast.FunctionDef) or node.decorator_list or node.returns:
        return False
    defaults = [one for one in (*node.args.defaults, *node.args.kw_defaults) if one is not None]
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs, node.args.vararg, node.args.kwarg]
    return all(isinstance(one, ast.Constant) for one in defaults) and not any(
        one and one.annotation for one in arguments
    )


def packages(statements: list[Statement]) -> set[str]:
    packages = set()
    for statement in statements:
        for node in ast.walk(statement.node):
            if isinstance(node, ast.Import):
                packages |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                packages.add(node.module.partition(".")[0])
    return packages - {"__future__"}


def _cells(content: Page, picked: list[Statement]) -> list[dict[str, Any]]:
    cells: dict[int, list[int]] = {}
    for statement in picked:
        cells.setdefault(statement.cell, []).append(statement.pick)
    return [
        {"source": content.cells[number].source, "picks": picks, "filename": content.cells[number].label}
        for number, picks in sorted(cells.items())
    ]
