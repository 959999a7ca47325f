"""A folder with checks becomes an ``Assignment``. Two forms of folder:

- ``solutions/<name>/``: the page with its answers, all checks, mistakes and alternatives; instructors and self-learners.
- ``assignments/<name>/``: what a student receives, with a ``checks/`` folder of public checks.
"""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path
from typing import Any

from autograder.content import page, text_questions
from autograder.content.assignment import (
    Assignment,
    AssignmentBroken,
    AssignmentLimits,
    AssignmentNotFound,
    Budget,
    Exercise,
)
from autograder.content.demo import CALLS
from autograder.content.solution_markers import without_solutions
from autograder.content.text_questions import TextQuestion

FORMAT = 1
SETTINGS = "assignment.toml"


def load(folder: Path) -> Assignment:
    """Reads an assignment's folder, in either form.

    Raises:
        AssignmentNotFound: the folder holds no assignment.
        AssignmentBroken: a file is missing or says something impossible.
    """
    folder = folder.resolve()
    checks = folder / "checks"
    try:
        if (folder / SETTINGS).is_file():
            return _load(folder, folder / SETTINGS, folder / f"{folder.name}.py", public=False)
        if (checks / SETTINGS).is_file():
            return _load(folder, checks / SETTINGS, checks / "page.py", public=True)
    except SyntaxError as error:
        place = f"{Path(error.filename).name}, line {error.lineno}" if error.filename else f"line {error.lineno}"
        raise AssignmentBroken(f"{folder.name}: {place}: {error.msg}.") from error
    except (AttributeError, TypeError) as error:
        raise AssignmentBroken(f"{folder.name}: a setting has the wrong type: {error}.") from error
    raise AssignmentNotFound(f"There is no assignment in {folder}.")


def name_of(folder: Path) -> str:
    """An assignment's name; a student's form may have been put into a folder of any name."""
    if (folder / SETTINGS).is_file():
        return folder.name
    name: str = tomllib.loads((folder / "checks" / SETTINGS).read_text("utf-8")).get("name", folder.name)
    return name


def _load(folder: Path, settings: Path, source: Path, public: bool) -> Assignment:
    try:
        content = tomllib.loads(settings.read_text("utf-8"))
        text = source.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise AssignmentBroken(f"{folder.name}: {error}") from error
    if content.get("format") != FORMAT:
        raise AssignmentBroken(f"{settings} has format {content.get('format')}; this version reads {FORMAT}.")
    try:
        data = content["data"]
        budgets = {name: _budget(name, data, values) for name, values in content["budgets"].items()}
        limits = AssignmentLimits(
            **{key: value for key, value in content["limits"].items() if key in AssignmentLimits.__dataclass_fields__}
        )
        named = content["exercises"]
        exercises = tuple(_exercise(name, named[name], folder / "checks") for name in _order(source, text, set(named)))
        name = content.get("name", folder.name)
        home = content.get("home", "")
        if not isinstance(home, str):
            raise TypeError("home")
        texts = _texts(content.get("texts", {}), source, text, public)
        return Assignment(name, folder, content["title"], data, limits, budgets, exercises, public, text, home, texts, _calls(content))
    except (KeyError, TypeError) as error:
        raise AssignmentBroken(f"{settings}: {error} is missing or has the wrong type.") from error


def _calls(content: dict[str, Any]) -> frozenset[str]:
    """
    Raises:
        TypeError: it is not a list of names.
    """
    found = content.get("demonstrations")
    if found is None:
        return CALLS
    if not isinstance(found, list) or not all(isinstance(one, str) and one.isidentifier() for one in found):
        raise TypeError("demonstrations")
    return frozenset(found)


def _texts(table: object, source: Path, text: str, public: bool) -> tuple[TextQuestion, ...]:
    """
    Raises:
        AssignmentBroken: the settings of a text are wrong, or the page has no such text.
    """
    if not table:
        return ()
    try:
        released = text if public else without_solutions(text)
        pages = [page.parse(one.encode(), source.name) for one in (released, text)]
        return text_questions.questions(table, pages[0], None if public else pages[1])
    except ValueError as error:
        raise AssignmentBroken(f"{source.parent.name}: {error}.") from error


def _budget(name: str, data: str, values: dict[str, Any]) -> Budget:
    threshold = {data: values["threshold"], "digits": values.get("threshold_digits", values["threshold"])}
    return Budget(name, values["images"], values["epochs"], values["batch_size"], threshold)


def _order(source: Path, text: str, names: set[str]) -> list[str]:
    """The exercises in the order in which the page defines them."""
    defined = [node.name for node in ast.parse(text, source.name).body if isinstance(node, ast.FunctionDef)]
    missing = names - set(defined)
    if missing:
        raise KeyError(f"the page's definition of {', '.join(sorted(missing))}")
    return [name for name in defined if name in names]


def _exercise(name: str, values: dict[str, Any], checks: Path) -> Exercise:
    path = checks / f"test_{name}.py"
    title = ast.get_docstring(ast.parse(path.read_bytes(), path.name)) or "" if path.is_file() else ""
    first = title.strip().splitlines()[0] if title.strip() else ""
    return Exercise(
        name=name,
        title=first.partition(": ")[2] or first,
        minutes=values.get("minutes", 0),
        libraries=tuple(values.get("libraries", ())),
        hints=tuple(values.get("hints", ())),
        checks=path,
        points=float(values.get("points", 0)),
    )
