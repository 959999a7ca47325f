"""Does an answer work on its page? The cells that use a function, and the examples in its description, run with it.

What passes every check and stops the page's next cell is not a right answer: the audit asks here for each alternative.
"""

from __future__ import annotations

import ast
import bisect
import copy
import doctest
import math
import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from autograder.cache.training_cache import TrainingCache
from autograder.content import code_cells, page
from autograder.content.assignment import Assignment, SampleAnswer
from autograder.content.statements import Statement, packages
from autograder.content.submission import Submission
from autograder.core import libraries
from autograder.core.languages import message, what_it_says
from autograder.expectations.answer import CallLost, NotThere, StudentError
from autograder.expectations.handed import File
from autograder.expectations.value_words import flat
from autograder.judging.proxies import FunctionConnection
from autograder.judging.session import Session
from autograder.sandbox.launcher import Starters

NAME = "demonstration"
LOADED = f"{NAME}_data"  # what the page's own call for its data gives
TRAINING, TEST = 300, 100  # images: enough to draw and to train on, and quick


@dataclass(frozen=True)
class Demonstration:
    """A function that does what the page does with one of its functions.

    Attributes:
        source: its definition. Its first parameter is the data that the page loads; the others are files that the page opens.
        files: a parameter's name -> the file.
        expected: what the examples give, of those whose value is written down.
    """

    source: str
    files: dict[str, Path]
    expected: tuple[object, ...]


def demonstration(assignment: Assignment, function: str) -> Demonstration:
    """What the assignment's page does with a function."""
    whole = assignment.reference
    kit = {name for one in whole.statements if one.is_import and _is_kit(one) for name in one.binds}
    plain = [one for one in whole.statements if not (one.is_import or one.is_definition)]
    demo = [one for one in plain if one.binds or not one.uses & kit]
    small = _SmallData(kit, assignment.data_files)
    lines = [ast.unparse(small.visit(copy.deepcopy(one.node))) for one in _chosen(whole, demo, function)]
    lines.append("told = []")
    expected = []
    for example in doctest.DocTestParser().get_examples(_description(assignment, function)):
        source, value = ast.unparse(ast.parse(example.source)), _literal(example.want)
        if value is not None:
            expected.append(value)
            source = f"told.append({source})"
        lines.append(source)
    lines.append("return told")
    body = textwrap.indent("\n".join(lines), "    ")
    return Demonstration(f"def {NAME}({', '.join((LOADED, *small.files))}):\n{body}\n", small.files, tuple(expected))


class _SmallData(ast.NodeTransformer):
    """Puts small data in the place of each call of the kit's, so that the page takes it apart as it does its own, and a file's
    place in that of its name.

    Args:
        kit: names that the page imports from the kit.
        known: name of a file as the page writes it -> its place.

    Attributes:
        files: a parameter's name -> the file that takes its place.
    """

    def __init__(self, kit: set[str], known: dict[str, Path]) -> None:
        self.kit = kit
        self.known = known
        self.files: dict[str, Path] = {}

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if not isinstance(node.value, str) or node.value not in self.known:
            return node
        name = f"{LOADED}_{sorted(self.known).index(node.value)}"
        self.files[name] = self.known[node.value]
        return ast.copy_location(ast.Name(name, ast.Load()), node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        owner = node.func
        while isinstance(owner, ast.Attribute):
            owner = owner.value
        if isinstance(owner, ast.Name) and owner.id in self.kit:
            return ast.copy_location(ast.Name(LOADED, ast.Load()), node)
        return self.generic_visit(node)


def demonstration_problem(program: SampleAnswer, assignment: Assignment, starters: Starters) -> str:
    """What goes wrong on the assignment's page with this answer; empty if all runs.

    The other functions are the reference's, and the data is small. It runs where students' functions run.
    """
    shown = demonstration(assignment, program.function)
    together = assignment.with_program(program)
    cells = (*together.page.cells, *page.parse(shown.source.encode(), f"{NAME}.py").cells)
    whole = Submission(
        program.path.stem, page.Page(program.path.name, cells), together.sha256, together.functions, together.demo_names,
        together.demo_calls,
    )
    session = Session(whole, assignment, starters, TrainingCache(backend=starters.backend))
    session.begin(0, assignment.limits.training, show_inputs=False)
    try:
        files = {name: File.of(path) for name, path in shown.files.items()}
        few = _few(assignment)
        answer = FunctionConnection(session, NAME, _libraries(whole, assignment)).call({LOADED: few, **files})
        given = flat(answer.value)
    except StudentError as error:
        return f"{error.reply['type']}: {error.first_line} ({_line(error, shown.source)})"
    except CallLost as error:
        return message("{outcome}: {detail}", outcome=error.outcome, detail=error.detail)
    except NotThere as error:
        return what_it_says(error)
    finally:
        session.close()
    if not _same(given, list(shown.expected)):
        return message("the examples gave {given}; expected {expected}", given=str(given), expected=str(list(shown.expected)))
    return ""


def _few(assignment: Assignment) -> object:
    """A little of a set of arrays, or the file of a table: in the form in which the page loads it."""
    if not assignment.dataset:
        return None
    data = assignment.data_sets.shared(assignment.substitute)
    if data.train is None or data.test is None:
        return None if data.path is None else File.of(data.path, as_path=True)
    return tuple(tuple(array[:count] for array in part) for part, count in ((data.train, TRAINING), (data.test, TEST)))


def _same(given: Any, expected: Any) -> bool:
    """Whether an example gives what is below it, whatever type its numbers have."""
    if isinstance(given, np.ndarray):
        given = given.tolist()
    if isinstance(expected, (list, tuple)):
        fits = isinstance(given, (list, tuple)) and len(given) == len(expected)
        return fits and all(_same(one, other) for one, other in zip(given, expected, strict=True))
    if type(given) in (int, float) and type(expected) in (int, float):
        return math.isclose(given, expected, rel_tol=1e-6)
    return type(given) is type(expected) and given == expected


def _chosen(whole: Submission, demo: list[Statement], function: str) -> list[Statement]:
    """The cells that use a function, and whatever of the page's demo has to run before them, in order."""
    marks = [
        number
        for cell in whole.page.cells
        for number, text in enumerate(cell.source.splitlines(), 1)
        if code_cells.MARKER.match(text)
    ]
    cell = {id(one): bisect.bisect(marks, one.node.lineno) for one in demo}
    using = {cell[id(one)] for one in demo if function in one.uses}
    chosen = {number for number, one in enumerate(demo) if cell[id(one)] in using}
    imported = {name for one in whole.statements if one.is_import for name in one.binds}
    todo = [(name, number) for number in chosen for name in demo[number].uses - imported]
    done = set()
    while todo:
        name, before = todo.pop()
        if (name, before) in done:
            continue
        done.add((name, before))
        for number, one in enumerate(demo[:before]):
            if name in one.binds | one.changes:
                chosen.add(number)
                todo += [(used, number) for used in one.uses - imported]
    return [demo[number] for number in sorted(chosen)]


def _is_kit(statement: Statement) -> bool:
    return "autograder" in packages([statement])


def _description(assignment: Assignment, function: str) -> str:
    for node in ast.parse(assignment.source).body:
        if isinstance(node, ast.FunctionDef) and node.name == function:
            return ast.get_docstring(node) or ""
    return ""


def _literal(text: str) -> object:
    """The value that an example's output stands for; None if it is something else than a value."""
    try:
        return ast.literal_eval(text.strip())
    except (SyntaxError, ValueError):
        return None


def _libraries(whole: Submission, assignment: Assignment) -> tuple[str, ...]:
    """The smallest set of libraries, of those that exercises ask for, that has what the demonstration imports."""
    piece = whole.find(NAME)
    imports = piece.imports if piece is not None else frozenset()
    wanted = imports & {name.partition(".")[0] for one in assignment.libraries() for name in one}
    sets = sorted(assignment.libraries(), key=len)
    fitting = [one for one in sets if wanted <= {name.partition(".")[0] for name in one}]
    return fitting[0] if fitting else next((one for one in sets if libraries.heavy(one)), sets[-1])


def _line(error: StudentError, source: str) -> str:
    """The line of the demonstration that was running."""
    lines = source.splitlines()
    numbers = [place[1] for place in error.reply["places"] if place[2] == NAME and 0 < place[1] <= len(lines)]
    return lines[numbers[-1] - 1].strip() if numbers else ""
