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
    AssignmentNotFound,
    Exercise,
)
from autograder.content.assignment_settings import AssignmentSettings
from autograder.content.demo import CALLS
from autograder.content.solution_markers import without_solutions
from autograder.content.source_files import encoding_fault, in_line
from autograder.content.text_questions import TextQuestion
from autograder.content.variant_marks import without_marks
from autograder.content.variants import read_variant
from autograder.core.file_names import in_a_sentence
from autograder.core.languages import message, places, with_and

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
        unnamed = message("line {line}: {said}", line=error.lineno, said=f"{error.msg}.")
        said = in_line(Path(error.filename).name, error.lineno, f"{error.msg}.") if error.filename else unnamed
        raise AssignmentBroken(message("{place}: {fault}", place=folder.name, fault=said)) from error
    raise AssignmentNotFound(message("There is no assignment in {folder}.", folder=in_a_sentence(folder)))


def name_of(folder: Path) -> str:
    """An assignment's name; a student's form may have been put into a folder of any name."""
    if (folder / SETTINGS).is_file():
        return folder.name
    name: str = tomllib.loads((folder / "checks" / SETTINGS).read_text("utf-8")).get("name", folder.name)
    return name


def _load(folder: Path, path: Path, source: Path, public: bool) -> Assignment:
    settings = AssignmentSettings(path)
    if not source.is_file():
        missing = "checks/page.py" if public else source.name
        raise AssignmentBroken(message("{place}: the page is missing: there is no {file} in this folder.", place=folder.name, file=missing))
    try:
        content = source.read_bytes()
        if fault := encoding_fault(content):
            raise ValueError(message("{file}, {fault}", file=source.name, fault=fault))
        text = without_marks("\n".join(content.decode("utf-8").replace("\r\n", "\n").split("\r")))
        variant = read_variant(folder / "checks" if public else folder)
    except (OSError, ValueError) as error:
        raise AssignmentBroken(message("{place}: {fault}", place=folder.name, fault=error)) from error
    name = settings.name or folder.name
    places.is_of(name, folder / "checks" if public else folder)
    exercises = tuple(
        _exercise(one, settings.exercises[one], folder / "checks")
        for one in _order(source, text, set(settings.exercises), path)
    )
    return Assignment(
        name=name,
        folder=folder,
        title=settings.title,
        dataset=settings.data,
        data_sets=settings.data_sets,
        limits=settings.limits,
        budgets=settings.budgets,
        exercises=exercises,
        public=public,
        source=text,
        home=settings.home,
        after=settings.after,
        texts=_texts(settings.texts, source, text, public),
        demo_calls=CALLS if settings.demonstrations is None else frozenset(settings.demonstrations),
        requires=settings.requires,
        number=settings.version,
        variants=settings.variants,
        variant=variant.text,
        base=variant.base,
    )


def _texts(table: dict[str, dict[str, Any]], source: Path, text: str, public: bool) -> tuple[TextQuestion, ...]:
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
        raise AssignmentBroken(message("{place}: {fault}.", place=source.parent.name, fault=error)) from error


def _order(source: Path, text: str, names: set[str], settings: Path) -> list[str]:
    """The exercises in the order in which the page defines them."""
    nodes = [node for node in ast.parse(text, source.name).body if isinstance(node, ast.FunctionDef)]
    defined = [node.name for node in nodes]
    for twice in sorted(name for name in names if defined.count(name) > 1):
        lines = with_and([str(node.lineno) for node in nodes if node.name == twice])
        raise AssignmentBroken(
            message(
                "{place}: {file} defines {function} more than once, in line {lines}.",
                place=settings.parent.name, file=source.name, function=twice, lines=lines,
            )
        )  # fmt: skip
    missing = names - set(defined)
    if missing:
        raise AssignmentBroken(message("{file}: the page's definition of {names} is missing.", file=settings, names=", ".join(sorted(missing))))
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
