"""A folder with checks becomes an ``Assignment``. Two forms of folder:

- ``solutions/<name>/``: the page with its answers, all checks, mistakes and alternatives; instructors and self-learners.
- ``assignments/<name>/``: what a student receives, with a ``checks/`` folder of public checks.
"""

from __future__ import annotations

import ast
import difflib
import hashlib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from autograder.content import page
from autograder.content import slicing as submission
from autograder.core.records import EndsTheRun

FORMAT = 1
SETTINGS = "assignment.toml"


class AssignmentNotFound(EndsTheRun, LookupError):
    """No such assignment. The text says what there is."""


class AssignmentBroken(EndsTheRun, ValueError):
    """The folder is there and cannot be used: our or the author's fault, never the student's."""


class ChecksBroken(EndsTheRun, RuntimeError):
    """The checks cannot be collected: the author's fault. The text says which and why."""


@dataclass(frozen=True)
class Budget:
    """How the minimum-accuracy training is done.

    Attributes:
        images: how many training images; epochs: passes over them; batch_size: images per step.
        threshold: dataset name to minimum test accuracy.
    """

    name: str
    images: int
    epochs: int
    batch_size: int
    threshold: dict[str, float]


@dataclass(frozen=True)
class AssignmentLimits:
    """Seconds of wall clock, MiB of memory.

    Attributes:
        call: one ordinary call; training: a call in a check marked ``training``; load: the definitions;
        submission: the whole submission; memory: one worker's address space.
    """

    call: float = 10
    training: float = 120
    load: float = 60
    submission: float = 900
    memory: int = 4096


@dataclass(frozen=True)
class Exercise:
    """One function to write.

    Attributes:
        title: what it returns or does, in one line (from the check file's docstring).
        minutes: how long it takes a beginner.
        libraries: modules its worker has imported before the student's code comes.
        hints: mildest first.
        points: what it is worth in all, hidden checks included; 0 in ``solutions/``, where points stand on the checks.
    """

    name: str
    title: str
    minutes: int
    libraries: tuple[str, ...]
    hints: tuple[str, ...]
    checks: Path
    points: float = 0.0


@dataclass(frozen=True)
class SampleAnswer:
    """A mistake or an alternative.

    Attributes:
        name: the file's name after ``__``; function: before it.
    """

    name: str
    function: str
    source: str
    path: Path

    @cached_property
    def text(self) -> str:
        """Its docstring: for a mistake what a student reads, for an alternative the form's name."""
        return " ".join((ast.get_docstring(ast.parse(self.source)) or "").split())

    @property
    def also_true(self) -> tuple[str, ...]:
        """Of a mistake: the names of others whose lesson is literally true for it, from a line ``# Also true: name, name``."""
        lines = re.findall(r"^# Also true: (.+)$", self.source, re.MULTILINE)
        return tuple(name.strip() for line in lines for name in line.split(","))


@dataclass(frozen=True)
class Assignment:
    """One assignment.

    Attributes:
        name: the folder's name; folder: where it is; public: True for the student's form.
        exercises: in the page's order.
        dataset: name for ``datasets.load``.
        home: what ``git clone`` takes to get the kit, for the notebook's first cell; empty if not published.
    """

    name: str
    folder: Path
    title: str
    dataset: str
    limits: AssignmentLimits
    budgets: dict[str, Budget]
    exercises: tuple[Exercise, ...]
    public: bool
    source: str = field(repr=False)  # the page: with answers (solutions) or as released (public form)
    home: str = ""

    @property
    def words(self) -> Path:
        """A module beside the checks, which need not be there: any check file can say ``from words import …``."""
        return self.folder / "checks" / "words.py"

    @property
    def functions(self) -> frozenset[str]:
        return frozenset(exercise.name for exercise in self.exercises)

    @property
    def worth(self) -> dict[str, float] | None:
        """Exercise -> its points in all, where only its public checks are at hand; None where all are."""
        return {exercise.name: exercise.points for exercise in self.exercises} if self.public else None

    @cached_property
    def demo_names(self) -> frozenset[str]:
        """Names that the page's own demonstration cells make: no exercise may lean on them."""
        return submission.names_made_by_demo(page.parse(self.source.encode(), f"{self.name}.py")) - self.functions

    @cached_property
    def mistakes(self) -> tuple[SampleAnswer, ...]:
        return _programs(self.folder / "mistakes")

    @cached_property
    def alternatives(self) -> tuple[SampleAnswer, ...]:
        return _programs(self.folder / "alternatives")

    @cached_property
    def reference(self) -> submission.Submission:
        return submission.from_source(self.source, "reference", self.functions, self.demo_names, f"{self.name}.py")

    @property
    def stub(self) -> str:
        """The page as a student receives it."""
        return page.without_solutions(self.source)

    def exercise(self, name: str) -> Exercise:
        """
        Args:
            name: an exercise's name, or its number on the page.

        Raises:
            AssignmentNotFound: no such exercise; the text suggests a near one.
        """
        for number, exercise in enumerate(self.exercises, 1):
            if name in (exercise.name, str(number)):
                return exercise
        if name.isdecimal():
            raise AssignmentNotFound(
                f"There is no exercise {name} in {self.name}: they are numbered 1 to {len(self.exercises)}."
            )
        names = [exercise.name for exercise in self.exercises]
        raise AssignmentNotFound(f"There is no exercise {name!r} in {self.name}.{suggest(name, names)}")

    def libraries(self, names: Iterable[str] = ()) -> list[tuple[str, ...]]:
        """The sets of libraries of some exercises, or of all.

        Raises:
            AssignmentNotFound: no such exercise.
        """
        return [exercise.libraries for exercise in [self.exercise(name) for name in names] or self.exercises]

    def budget(self, name: str) -> Budget:
        """
        Raises:
            AssignmentNotFound: no such budget.
        """
        if name not in self.budgets:
            known = list(self.budgets)
            raise AssignmentNotFound(f"There is no budget {name!r}.{suggest(name, known)} Known: {', '.join(known)}.")
        return self.budgets[name]

    def read(self, path: Path, name: str = "") -> submission.Submission:
        """A student's file, read against this assignment.

        Raises:
            page.Unreadable: see ``page.read``.
        """
        return submission.read_submission(path, name, self.functions, self.demo_names)

    def read_bytes(self, data: bytes, filename: str, name: str) -> submission.Submission:
        """Like ``read_submission``, for a file's content."""
        return submission.from_bytes(data, filename, name, self.functions, self.demo_names)

    def with_program(self, program: SampleAnswer) -> submission.Submission:
        """The reference page with one function replaced by a mistake or an alternative."""
        content = page.parse(self.source.encode(), f"{self.name}.py")
        extra = page.parse(program.source.encode(), program.path.name)
        together = page.Page(program.path.name, content.cells + extra.cells)
        digest = hashlib.sha256(self.source.encode() + program.source.encode()).hexdigest()
        return submission.Submission(program.path.stem, together, digest, self.functions, self.demo_names)


def in_turn(exercises: Iterable[Exercise]) -> list[Exercise]:
    """The order in which exercises are judged: those that need Keras last, which loads meanwhile."""
    return sorted(exercises, key=lambda exercise: "keras" in exercise.libraries)


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


def find(name: str = "", near: Path | None = None) -> Assignment:
    """Finds an assignment by name, by folder, or beside a student's file.

    A clone of this repository has the full checks, so they are taken where they can be found: also for a working copy
    somewhere else, from the clone one stands in or that this package was installed from.

    Args:
        name: an assignment's name or folder; empty to go by the student's file. A student may have handed in a folder
            that is called like an assignment, so the name of a known one comes first.
        near: the student's file.

    Raises:
        AssignmentNotFound: none, or more than one could be meant; the text says what there is.
    """
    known = _known(near)
    if name and Path(name).is_dir() and (is_place(name) or name not in known):
        return load(Path(name))
    wanted = name or (near.stem if near else "")
    if wanted in known:
        return _with_hidden_checks(load(known[wanted]))
    if not name and near is not None:  # a file by another name: the checks beside it, or the only assignment there is
        beside = near.resolve().parent
        if (beside / "checks" / SETTINGS).is_file():
            return _with_hidden_checks(load(known.get(name_of(beside), beside)))
        if len(known) == 1:
            return _with_hidden_checks(load(next(iter(known.values()))))
    there = f" Available: {', '.join(sorted(known))}." if known else ""
    asked = (
        f"There is no assignment {wanted!r} here." if wanted else "Name the assignment: --assignment NAME."
    )
    raise AssignmentNotFound(f"{asked}{suggest(wanted, list(known))}{there}")


def is_place(name: str) -> bool:
    """Whether words for an assignment mean a folder and nothing else: ``./mnist``, but not ``mnist``."""
    return bool(name) and Path(name).name != name


def _with_hidden_checks(found: Assignment) -> Assignment:
    """The full form of a released assignment, if a clone at hand has it with the same exercises; else itself."""
    for place in (Path.cwd(), Path(__file__).parents[1]) if found.public else ():
        folder = _known_above(place, public_first=False).get(found.name)
        if folder is not None and (folder / SETTINGS).is_file():
            full = load(folder)
            if full.functions == found.functions:
                return _with_points(full)
    return _with_points(found)


def _with_points(found: Assignment) -> Assignment:
    """With what each exercise is worth: told in the student's form, so that no check need be collected to add it up."""
    if found.public:
        return found
    for folder in released(found.name)[:1]:
        settings = tomllib.loads((folder / "checks" / SETTINGS).read_text("utf-8")).get("exercises", {})
        worth = {name: values.get("points", 0) for name, values in settings.items() if isinstance(values, dict)}
        known = [replace(one, points=float(worth.get(one.name, 0))) for one in found.exercises]
        return replace(found, exercises=tuple(known))
    return found


def released(name: str = "") -> list[Path]:
    """Folders of assignments in the student's form, to make a working copy from: from a clone that one stands in, else
    from the clone or the wheel that this package came in.

    Args:
        name: of an assignment; empty for all.
    """
    found: dict[str, Path] = {}
    for place in (Path.cwd(), Path(__file__).parents[1]):
        for folder in (place, *place.parents):
            for beside in sorted(folder.glob("assignments/*")):
                if (beside / "checks" / SETTINGS).is_file():
                    found.setdefault(name_of(beside), beside)
    return [folder for known, folder in found.items() if known == name or not name]


def all_near(near: Path | None = None) -> list[Path]:
    """Folders of all assignments near a page; those in the student's form first."""
    folders = {*_known(near).values(), *_known(near, public_first=True).values()}
    return sorted(folders, key=lambda folder: ((folder / SETTINGS).is_file(), str(folder)))


def _known(near: Path | None, public_first: bool = False) -> dict[str, Path]:
    """Name -> folder of the assignments above a page; else of those above this process; else above this package."""
    for place in (near.parent if near else None, Path.cwd(), Path(__file__).parents[1]):
        found = _known_above(place, public_first) if place else {}
        if found:
            return found
    return {}


def _known_above(place: Path, public_first: bool) -> dict[str, Path]:
    full: dict[str, Path] = {}
    public: dict[str, Path] = {}
    for folder in (place.resolve(), *place.resolve().parents):
        for settings in sorted(folder.glob(f"solutions/*/{SETTINGS}")):
            full.setdefault(settings.parent.name, settings.parent)
        for beside in (folder, *sorted(folder.glob("assignments/*"))):
            if (beside / "checks" / SETTINGS).is_file():
                public.setdefault(name_of(beside), beside)
    return {**full, **public} if public_first else {**public, **full}


def suggest(name: str, known: list[str], before: str = "") -> str:
    """`` Did you mean …?`` with a space before it, or nothing. ``before`` is what is written before each of the names."""
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return f" Did you mean {before}{near[0]}?" if near else ""


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
        return Assignment(name, folder, content["title"], data, limits, budgets, exercises, public, text, home)
    except (KeyError, TypeError) as error:
        raise AssignmentBroken(f"{settings}: {error} is missing or has the wrong type.") from error


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


def _programs(folder: Path) -> tuple[SampleAnswer, ...]:
    programs = []
    for path in sorted(folder.glob("*__*.py")):
        function, _, name = path.stem.partition("__")
        programs.append(SampleAnswer(name, function, path.read_text("utf-8"), path))
    return tuple(programs)
