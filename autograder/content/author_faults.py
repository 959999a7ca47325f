"""What is wrong in an assignment's files can often be read off them: one sentence with file and line, before anything runs."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator

from autograder.content import mistake_signs, translated_page, variant_faults
from autograder.content.assignment import Assignment
from autograder.content.solution_markers import BEGIN, without_solutions
from autograder.core.near_names import suggest

MARKERS = {
    "points": "points(n): the points for the check",
    "public": "public: students get this check too",
    "training": "training: the call trains a network",
    "after": "after(name): runs only after that check has passed",
}
OF_PYTEST = {"parametrize", "usefixtures", "skip", "skipif", "xfail", "filterwarnings"}


def faults(assignment: Assignment) -> list[str]:
    """All that can be read off the files of an assignment with its solutions: its page, its checks, its programs.

    Example:
        ``test_double.py, line 9: test_each_number has no points. Write @pytest.mark.points(2) above it.``
    """
    if assignment.public:
        return []
    return [*_page(assignment), *translated_page.faults(assignment), *check_faults(assignment), *_programs(assignment), *variant_faults.faults(assignment)]


def check_faults(assignment: Assignment) -> list[str]:
    """The part of ``faults`` that is about the checks: why they cannot be collected."""
    checks = assignment.folder / "checks"
    found = []
    for exercise in assignment.exercises:
        if not exercise.checks.is_file() and not assignment.public:
            found.append(f"{exercise.name} has no checks: {checks.name}/{exercise.checks.name} is missing.")
    for path in sorted(checks.glob("*.py")):
        function = path.stem.removeprefix("test_")
        if path.name == "conftest.py":
            found.append(
                "checks/conftest.py is not given to students, so the checks would not run for them. Write what checks share "
                "into checks/words.py, which is, and import it: from words import …"
            )
        elif path.stem.startswith("test_") and function not in assignment.functions:
            near = suggest(function, assignment.functions)
            found.append(f"checks/{path.name} does not belong to an exercise: {function} is not in the settings.{near}")
        elif path.stem.startswith("test_") or path == assignment.words:
            try:
                tree = ast.parse(path.read_bytes(), path.name)
            except SyntaxError as error:
                found.append(f"{path.name}, line {error.lineno}: {error.msg}.")
            else:
                found += [f"{path.name}, line {line}: {text}" for line, text in sorted(_of_checks(tree, assignment))]
    return found


def check_lines(assignment: Assignment) -> dict[tuple[str, str], str]:
    """(Exercise, name of a check) -> where it is written: ``test_double.py, line 9``."""
    places = {}
    for exercise in assignment.exercises:
        if exercise.checks.is_file():
            for node in ast.parse(exercise.checks.read_bytes()).body:
                if isinstance(node, ast.FunctionDef):
                    places[exercise.name, node.name] = f"{exercise.checks.name}, line {node.lineno}"
    return places


def _page(assignment: Assignment) -> Iterator[str]:
    name = f"{assignment.name}.py"
    try:
        without_solutions(assignment.source)
    except ValueError as error:
        yield f"{name}, {error}."
        return
    lines = assignment.source.splitlines()
    for node in ast.parse(assignment.source).body:
        if isinstance(node, ast.FunctionDef) and node.name in assignment.functions:
            if not any(line.strip() == BEGIN for line in lines[node.lineno - 1 : node.end_lineno]):
                yield (
                    f"{name}, line {node.lineno}: {node.name} has no solution markers, so students would get the answer. "
                    "Write them around it, each in a separate line."
                )


def _programs(assignment: Assignment) -> Iterator[str]:
    for path in sorted([*assignment.folder.glob("mistakes/*.py"), *assignment.folder.glob("alternatives/*.py")]):
        place = f"{path.parent.name}/{path.name}"
        function, two, _name = path.stem.partition("__")
        if not two:
            yield f"{place} is not named after an exercise. Its name has this form: double__adds_two.py."
            continue
        try:
            tree = ast.parse(path.read_bytes(), path.name)
        except SyntaxError as error:
            yield f"{place}, line {error.lineno}: {error.msg}."
            continue
        if function in assignment.functions and not any(function in _given(node) for node in tree.body):
            yield f"{place} does not define {function}."
        checks = assignment.folder / "checks" / f"test_{function}.py"
        if checks.is_file():
            names = re.findall(r"^def (test_\w+)", checks.read_text("utf-8"), re.MULTILINE)
            yield from (f"{place}: {text}" for text in mistake_signs.faults(path.read_text("utf-8"), frozenset(names)))


def _given(node: ast.stmt) -> set[str]:
    """The names that a statement defines, deep inside an ``if`` too."""
    found = set()
    for one in ast.walk(node):
        if isinstance(one, (ast.FunctionDef, ast.ClassDef)):
            found.add(one.name)
        elif isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store):
            found.add(one.id)
        elif isinstance(one, ast.alias):
            found.add(one.asname or one.name)
    return found


def _of_checks(tree: ast.Module, assignment: Assignment) -> Iterator[tuple[int, str]]:
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef):
            continue
        marks = list(_marks(node))
        for name, mark in marks:
            if name not in MARKERS and name not in OF_PYTEST:
                near = suggest(name, [*MARKERS, *OF_PYTEST])
                yield mark.lineno, f"there is no mark {name!r}.{near} The marks are {', '.join(MARKERS)}."
        names = {name for name, _mark in marks}
        is_check = node.name.startswith("test_")
        if is_check:
            yield from _of_check(node, dict(marks), tree, assignment)
        if not (is_check and "public" in names):
            for one in ast.walk(node):
                if isinstance(one, ast.Assert):
                    yield (
                        one.lineno,
                        f"a plain assert in {node.name}: outside public checks its message could show a hidden value, and it "
                        "would count as a bug in the check. Say it with expect(…).",
                    )


def _of_check(
    node: ast.FunctionDef, marks: dict[str, ast.expr], tree: ast.Module, assignment: Assignment
) -> Iterator[tuple[int, str]]:
    points = marks.get("points")
    if points is None and not _marked_as_a_whole(tree):
        yield node.lineno, f"{node.name} has no points. Write @pytest.mark.points(2) above it."
    elif points is not None and not (isinstance(points, ast.Call) and len(points.args) == 1 and _is_number(points.args[0])):
        yield points.lineno, f"{node.name} has points without a number. Write @pytest.mark.points(2)."
    if not ast.get_docstring(node):
        yield node.lineno, f"{node.name} has no docstring. Its first line is the sentence that students read."
    asked_for = {argument.arg for argument in node.args.args} & assignment.functions
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in asked_for:
            wrong = _misfit(call, assignment.parameters[call.func.id], assignment)
            if wrong:
                yield call.lineno, wrong


def _misfit(call: ast.Call, parameters: list[str], assignment: Assignment) -> str:
    """Why a check's call does not fit the page's function; empty if it does, or if that cannot be seen."""
    assert isinstance(call.func, ast.Name)
    function = _definition(assignment, call.func.id)
    if function is None or any(isinstance(one, ast.Starred) for one in call.args) or any(not one.arg for one in call.keywords):
        return ""
    given = function.args
    kinds = inspect.Parameter
    positional = [*given.posonlyargs, *given.args]
    required = len(positional) - len(given.defaults)
    wanted = [
        kinds(one.arg, kinds.POSITIONAL_OR_KEYWORD, default=kinds.empty if place < required else None)
        for place, one in enumerate(positional)
    ]
    if given.vararg or given.kwarg or given.kwonlyargs:
        return ""
    try:
        inspect.Signature(wanted).bind(*call.args, **{str(one.arg): one for one in call.keywords})
    except TypeError as error:
        return f"this call does not fit {call.func.id}({', '.join(parameters)}): {error}."
    return ""


def _definition(assignment: Assignment, name: str) -> ast.FunctionDef | None:
    nodes = ast.parse(assignment.source).body
    return next((node for node in nodes if isinstance(node, ast.FunctionDef) and node.name == name), None)


def _marks(node: ast.FunctionDef) -> Iterator[tuple[str, ast.expr]]:
    """The marks of a check: name and expression."""
    for mark in node.decorator_list:
        bare = mark.func if isinstance(mark, ast.Call) else mark
        if isinstance(bare, ast.Attribute) and ast.unparse(bare.value) == "pytest.mark":
            yield bare.attr, mark


def _marked_as_a_whole(tree: ast.Module) -> bool:
    return any("pytestmark" in _given(node) for node in tree.body if isinstance(node, ast.Assign))


def _is_number(node: ast.expr) -> bool:
    return not isinstance(node, ast.Constant) or isinstance(node.value, (int, float))
