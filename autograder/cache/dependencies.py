"""What a result depends on: one function says it, and every store of results asks that one.

``depends_on`` is the list. ``exercise_key`` is its hash, for the result of one exercise; ``assignment_key`` is that of all
exercises together, for a report on a whole page. Two others have less to ask for: ``trained_by`` is for trainings, which
know no assignment; ``fingerprint_key`` is for what a build writes into the assignment's folder, which is a file of the repository
and no cache, so it leaves out what differs from one machine to the next.
"""

from __future__ import annotations

import ast
import hashlib
import json
import platform
from dataclasses import asdict
from pathlib import Path

from autograder.content import requirements
from autograder.content.assignment import Assignment
from autograder.content.mistake_fingerprints import stored
from autograder.content.translated_page import translations
from autograder.content.variant_marks import BEGIN, without_marks
from autograder.core import figure_fonts, libraries, versions
from autograder.core.settings import Settings

OF_A_MACHINE = {"versions", "settings", "requires", "page", "fonts"}  # what a receipt names by itself
OWN = {"assignment.toml", "page.py", "signatures.json"}  # in checks/, and part of the list in another way
OF_A_RUN = {"exercises", "recheck", "off"}  # settings that change no result, or (``off``) that of one exercise only
BY_NAME = {"getfixturevalue", "usefixtures"}  # how a check can ask for a function without a parameter
MARK = BEGIN.encode()
EVIDENCE = ("values", "expectations")  # packages that decide what a failed check says of an answer


def depends_on(assignment: Assignment, exercise: str, settings: Settings) -> dict:
    """Everything that the result of an exercise depends on, beside the student's page and the data.

    Which data was judged with is in the result itself: what was asked for may be missing on a machine.
    """
    one = assignment.exercise(exercise)
    budget = assignment.budgets.get(settings.budget)
    return {
        "exercise": exercise,
        "versions": versions.stamp(),
        "settings": {name: one for name, one in asdict(settings).items() if name not in OF_A_RUN},
        "dataset": assignment.dataset,
        "requires": {line: requirements.installed(line) for line in assignment.requires},
        "limits": asdict(assignment.limits),
        "budget": asdict(budget) if budget else None,
        "page": assignment.source,
        "demonstrations": sorted(assignment.demo_calls),
        "public": assignment.public,
        "libraries": one.libraries,
        "check": _text(one.checks),
        "shared": _shared(assignment),
        "files": _data(assignment),
        "mistakes": _mistakes(assignment, exercise),
        "signatures": stored(assignment).get("exercises", {}).get(exercise),
        **({"fonts": figure_fonts.found()} if "matplotlib" in one.libraries else {}),
        **({"off": off} if (off := settings.off_in(exercise)) else {}),
    }


def exercise_key(assignment: Assignment, exercise: str, settings: Settings) -> str:
    """The hash of ``depends_on``."""
    return hash_of(depends_on(assignment, exercise, settings))


def checks_key(assignment: Assignment, exercise: str, settings: Settings) -> str:
    """The hash of ``depends_on`` without what differs from one machine to the next, and without the settings of a run."""
    return hash_of({name: one for name, one in depends_on(assignment, exercise, settings).items() if name not in OF_A_MACHINE})


def used_versions() -> dict[str, str]:
    """The kit, Python and the libraries that are installed here: name -> version."""
    named = {name: versions.of(name) for name in versions.LIBRARIES}
    return {"kit": versions.stamp()[:16], "python": platform.python_version()} | {name: one for name, one in named.items() if one != "none"}


def assignment_key(assignment: Assignment, settings: Settings) -> str:
    """The hash of what a report on a whole page depends on, beside the page and the data."""
    names = settings.exercises or tuple(one.name for one in assignment.exercises)
    return hash_of([[exercise_key(assignment, name, settings) for name in names], *texts(assignment), assignment.version])


def texts(assignment: Assignment) -> list[list]:
    """What the texts in a report depend on, beside the page."""
    return [[one.name, one.title, one.question, one.points, one.prompt, one.sample] for one in assignment.texts]


def fingerprint_key(assignment: Assignment, exercise: str) -> str:
    """A hash of what decides what an exercise's mistakes do: its checks and their words, the mistakes, and what makes evidence."""
    digest = hashlib.sha256(_content(assignment.exercise(exercise).checks))
    if assignment.words.is_file():
        digest.update(_content(assignment.words))
    for name, content in _data(assignment).items():
        digest.update(name.encode() + content.encode())
    for package in EVIDENCE:
        for path in sorted((versions.ENGINE / package).rglob("*.py")):
            digest.update(_content(path))
    for name, source in _mistakes(assignment, exercise):
        digest.update(name.encode() + source.encode())
    return digest.hexdigest()[:16]


def trained_by(backend: str) -> dict:
    """What the outcome of a training depends on beside the network, the images and the settings.

    Args:
        backend: with which Keras computes, see ``core.keras_backend``.
    """
    return {"backend": backend, "versions": [versions.of(name) for name in libraries.trainers()], "machine": platform.machine()}


def called(assignment: Assignment, exercise: str) -> list[str]:
    """Functions of a page that an exercise's checks may call: its own, and those that they ask for by name."""
    return sorted({exercise} | (_asked_for(assignment, exercise) & assignment.functions))


def hash_of(content: object) -> str:
    """The hash of something that JSON can hold."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _shared(assignment: Assignment) -> list[tuple[str, str]]:
    """Files that any check may read or import. No result depends on a translation."""
    checks = assignment.folder / "checks"
    translated = set(translations(assignment).values())
    return [
        (path.relative_to(checks).as_posix(), _text(path))
        for path in sorted(checks.rglob("*"))
        if path.is_file()
        and path.name not in OWN
        and path not in translated
        and not {"__pycache__", "locale"}.intersection(path.relative_to(checks).parts)
        and not (path.suffix == ".py" and path.stem.removeprefix("test_") in assignment.functions)
    ]


def _data(assignment: Assignment) -> dict[str, str]:
    """The assignment's own data, and the file that says how it is read: each file's name -> hash."""
    own = assignment.data_sets.own
    files = assignment.data_files | ({own.path.name: own.path} if own else {})
    return {name: hashlib.sha256(_content(path)).hexdigest() for name, path in files.items()}


def _mistakes(assignment: Assignment, exercise: str) -> list[tuple[str, str]]:
    return [(each.name, each.source) for each in assignment.mistakes if each.function == exercise]


def _asked_for(assignment: Assignment, exercise: str) -> set[str]:
    """What an exercise's checks ask for by name, as pytest has it: as a parameter, or by ``getfixturevalue``."""
    names: set[str] = set()
    for path in sorted((assignment.folder / "checks").rglob("*.py")):
        if path == assignment.exercise(exercise).checks or path.name == "conftest.py":
            try:
                tree = ast.parse(path.read_text("utf-8"))
            except (SyntaxError, ValueError):
                continue  # whoever collects the checks says so
            for node in ast.walk(tree):
                if isinstance(node, ast.arg):
                    names.add(node.arg)
                elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") in BY_NAME:
                    given = [getattr(one, "value", None) for one in node.args]
                    names |= set(given) if all(isinstance(one, str) for one in given) else assignment.functions
    return names


def _text(path: Path) -> str:
    return _content(path).decode("utf-8", "backslashreplace") if path.is_file() else ""


def _content(path: Path) -> bytes:
    """A file's bytes, with the ends of lines that the author has: Git may write others on Windows (``core.autocrlf``).

    No result depends on a mark of a variant: the texts below it are in the file.
    """
    content = path.read_bytes().replace(b"\r\n", b"\n")
    return without_marks(content.decode()).encode() if MARK in content else content
