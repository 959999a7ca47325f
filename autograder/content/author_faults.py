"""What is wrong in an assignment's files can often be read off them: one sentence with file and line, before anything runs."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator

from autograder.content import mistake_signs, page_faults, translated_page, variant_faults
from autograder.content.assignment import Assignment
from autograder.content.check_marks import Mark, is_check, marks_of, marks_of_file
from autograder.content.source_files import encoding_fault, in_line, source_files
from autograder.core.languages import message
from autograder.core.near_names import suggest

MARKERS = {
    "points": "points(n): the points for the check",
    "public": "public: students get this check too",
    "training": "training: the call trains a network",
    "after": "after(name): runs only after that check has passed",
}
TEXTS = (".py", ".toml", ".md")
OF_PYTEST = {"parametrize", "usefixtures", "skip", "skipif", "xfail", "filterwarnings"}


def faults(assignment: Assignment) -> list[str]:
    """All that can be read off the files of an assignment with its solutions: its page, its checks, its programs.

    Example:
        ``test_double.py, line 9: test_each_number has no points. Write @pytest.mark.points(2) above it.``
    """
    if assignment.public:
        return []
    if unreadable := _unreadable(assignment):
        return unreadable
    return [*page_faults.faults(assignment), *translated_page.faults(assignment), *check_faults(assignment), *_programs(assignment), *variant_faults.faults(assignment)]


def check_faults(assignment: Assignment) -> list[str]:
    """The part of ``faults`` that is about the checks: why they cannot be collected."""
    checks = assignment.folder / "checks"
    found: list[str] = []
    for exercise in assignment.exercises:
        if not exercise.checks.is_file() and not assignment.public:
            found.append(message("{exercise} has no checks: {file} is missing.", exercise=exercise.name, file=f"{checks.name}/{exercise.checks.name}"))
    for path in sorted(checks.glob("*.py")):
        function = path.stem.removeprefix("test_")
        if path.name == "conftest.py":
            found.append(
                message(
                    "checks/conftest.py is not given to students, so the checks would not run for them. Write what checks share "
                    "into checks/words.py, which is, and import it: from words import …"
                )
            )
        elif path.stem.startswith("test_") and function not in assignment.functions:
            near = suggest(function, assignment.functions)
            found.append(message("{file} does not belong to an exercise: {function} is not in the settings.{near}", file=f"checks/{path.name}", function=function, near=near))
        elif path.stem.startswith("test_") or path == assignment.words:
            try:
                tree = ast.parse(path.read_bytes(), path.name)
            except SyntaxError as error:
                found.append(in_line(path.name, error.lineno, f"{error.msg}."))
            else:
                found += [in_line(path.name, line, text) for line, text in sorted(_of_checks(tree, assignment))]
    return found


def _unreadable(assignment: Assignment) -> list[str]:
    """Files of text that are none. With one of them, no other fault can be looked for."""
    files = source_files(assignment.folder)
    texts = {name: path.read_bytes() for name, path in files.items() if path.suffix in TEXTS and not name.startswith("data/")}
    return [message("{file}, {fault}", file=name, fault=fault) for name, content in texts.items() if (fault := encoding_fault(content))]


def check_lines(assignment: Assignment) -> dict[tuple[str, str], str]:
    """(Exercise, name of a check) -> where it is written: ``test_double.py, line 9``."""
    places: dict[tuple[str, str], str] = {}
    for exercise in assignment.exercises:
        if exercise.checks.is_file():
            for node in ast.parse(exercise.checks.read_bytes()).body:
                if isinstance(node, ast.FunctionDef):
                    places[exercise.name, node.name] = message("{file}, line {line}", file=exercise.checks.name, line=node.lineno)
    return places


def _programs(assignment: Assignment) -> Iterator[str]:
    for path in sorted([*assignment.folder.glob("mistakes/*.py"), *assignment.folder.glob("alternatives/*.py")]):
        place = f"{path.parent.name}/{path.name}"
        function, two, _name = path.stem.partition("__")
        if not two:
            yield message("{file} is not named after an exercise. Its name has this form: double__adds_two.py.", file=place)
            continue
        try:
            tree = ast.parse(path.read_bytes(), path.name)
        except SyntaxError as error:
            yield in_line(place, error.lineno, f"{error.msg}.")
            continue
        if function in assignment.functions and not any(function in _given(node) for node in tree.body):
            yield message("{file} does not define {function}.", file=place, function=function)
        checks = assignment.folder / "checks" / f"test_{function}.py"
        if checks.is_file():
            names = re.findall(r"^def (test_\w+)", checks.read_text("utf-8"), re.MULTILINE)
            yield from (message("{file}: {fault}", file=place, fault=fault) for fault in mistake_signs.faults(path.read_text("utf-8"), frozenset(names)))


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
    of_file = list(marks_of_file(tree))
    yield from _wrong_marks(of_file)
    checks: dict[str, int] = {}  # name -> line
    for node in tree.body:
        if isinstance(node, (ast.ClassDef, ast.AsyncFunctionDef)):
            yield from _not_a_function(node)
        if not isinstance(node, ast.FunctionDef):
            continue
        own = list(marks_of(node))
        yield from _wrong_marks(own)
        marks = [*of_file, *own]
        names = {name for name, _mark in marks}
        if is_check(node):
            yield from _of_check(node, marks, tree, assignment)
            yield from _waits_for_a_later_one(node, own, tree)
            if node.name in checks:
                yield (
                    node.lineno,
                    message(
                        "{check} is also in line {line}, and Python keeps only the last one. Rename one of them.", check=node.name, line=checks[node.name]
                    ),
                )
            checks.setdefault(node.name, node.lineno)
        if not (is_check(node) and "public" in names):
            for one in ast.walk(node):
                if isinstance(one, ast.Assert):
                    said = message(
                        "a plain assert in {function}: outside public checks its message could show a hidden value, and it "
                        "would count as a bug in the check. Say it with expect(…).",
                        function=node.name,
                    )
                    yield one.lineno, said


def _wrong_marks(marks: list[Mark]) -> Iterator[tuple[int, str]]:
    for name, mark in marks:
        if name not in MARKERS and name not in OF_PYTEST:
            near = suggest(name, [*MARKERS, *OF_PYTEST])
            yield mark.lineno, message("there is no mark {name}.{near} The marks are {names}.", name=repr(name), near=near, names=", ".join(MARKERS))


def _not_a_function(node: ast.ClassDef | ast.AsyncFunctionDef) -> Iterator[tuple[int, str]]:
    """A check is a plain function: pytest would also take others, and students would not get them, or nothing would run."""
    if isinstance(node, ast.AsyncFunctionDef) and node.name.startswith("test_"):
        yield node.lineno, message("{check} begins with async, so nothing in it would run. Write def {check}(…).", check=node.name)
    elif isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
        if any(is_check(one) for one in node.body):
            yield node.lineno, message("the checks in the class {name} are methods. Write each as a function, outside of the class.", name=node.name)


def _of_check(node: ast.FunctionDef, marks: list[Mark], tree: ast.Module, assignment: Assignment) -> Iterator[tuple[int, str]]:
    by_name = dict(marks)  # the check's own ones last
    points = by_name.get("points")
    if points is None:
        yield node.lineno, message("{check} has no points. Write @pytest.mark.points(2) above it.", check=node.name)
    elif not (isinstance(points, ast.Call) and len(points.args) == 1 and _is_number(points.args[0])):
        yield points.lineno, message("{check} has points without a number. Write @pytest.mark.points(2).", check=node.name)
    elif not _may_be_points(points.args[0]):
        yield (
            points.lineno,
            message("{check} has {points} points. Points are a number of 0 or more.", check=node.name, points=ast.unparse(points.args[0])),
        )
    others = {one.name for one in tree.body if is_check(one)} - {node.name}
    for name, mark in marks:
        said = mark.args[0].value if isinstance(mark, ast.Call) and mark.args and isinstance(mark.args[0], ast.Constant) else ""
        if name == "after" and said == node.name:
            yield mark.lineno, message("{check} waits for itself. Name another check of this file, or delete the mark.", check=node.name)
        elif name == "after" and not _names_a_check(mark, others):
            near = suggest(str(said), others)
            yield (
                mark.lineno,
                message('{check} waits for a check that is not in this file.{near} Write its name: @pytest.mark.after("test_…").', check=node.name, near=near),
            )
    if not ast.get_docstring(node):
        yield node.lineno, message("{check} has no docstring. Its first line is the sentence that students read.", check=node.name)
    asked_for = {argument.arg for argument in node.args.args} & assignment.functions
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in asked_for:
            wrong = _misfit(call, assignment.parameters[call.func.id], assignment)
            if wrong:
                yield call.lineno, wrong
        elif isinstance(call, ast.Assert):
            for name in _asserted_calls(call.test) & asked_for:
                yield (
                    call.lineno,
                    message("an answer itself is always true, and equal to nothing. Look at its value: {function}(…).value", function=name),
                )


def _asserted_calls(test: ast.expr) -> set[str]:
    """The functions of which an assert looks at what a call gave, as it is: alone, turned round, or in a comparison."""
    if isinstance(test, ast.BoolOp):
        return {name for part in test.values for name in _asserted_calls(part)}
    if isinstance(test, ast.UnaryOp):
        return _asserted_calls(test.operand)
    if isinstance(test, ast.Compare):
        return {name for part in (test.left, *test.comparators) for name in _asserted_calls(part)}
    return {test.func.id} if isinstance(test, ast.Call) and isinstance(test.func, ast.Name) else set()


def _waits_for_a_later_one(node: ast.FunctionDef, marks: list[Mark], tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Checks run in the order of their file, so one that waits for a later one would never run."""
    lines = {one.name: one.lineno for one in reversed(tree.body) if is_check(one)}  # the first of a name
    for name, mark in marks:
        wanted = mark.args[0] if name == "after" and isinstance(mark, ast.Call) and mark.args else None
        other = str(wanted.value) if isinstance(wanted, ast.Constant) else ""
        if lines.get(other, 0) > node.lineno:
            said = message(
                "{check} waits for {other}, which is below it in line {line}. Write {other} first.",
                check=node.name, other=other, line=lines[other],
            )  # fmt: skip
            yield mark.lineno, said


def _names_a_check(mark: ast.expr, others: set[str]) -> bool:
    """Whether ``after`` names another check of its file; so does what is not written out, as far as can be seen."""
    if not isinstance(mark, ast.Call) or len(mark.args) != 1 or mark.keywords:
        return False
    return not isinstance(mark.args[0], ast.Constant) or mark.args[0].value in others


def _misfit(call: ast.Call, parameters: list[str], assignment: Assignment) -> str:
    """Why a check's call does not fit the page's function; empty if it does, or if that cannot be seen."""
    assert isinstance(call.func, ast.Name)
    function = assignment.definitions.get(call.func.id)
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
        return message("this call does not fit {function}: {why}.", function=f"{call.func.id}({', '.join(parameters)})", why=error)
    return ""


def _may_be_points(node: ast.expr) -> bool:
    """Whether a number of points can be read off, or has to be calculated."""
    try:
        value = ast.literal_eval(node)
    except (SyntaxError, TypeError, ValueError):
        return True
    return type(value) in (int, float) and 0 <= value < float("inf")


def _is_number(node: ast.expr) -> bool:
    return not isinstance(node, ast.Constant) or isinstance(node.value, (int, float))
