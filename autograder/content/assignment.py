"""What an assignment is: its exercises, limits and budgets, and the programs that show how its checks behave."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from autograder.content import page
from autograder.content import submission as submissions
from autograder.content.assignment_version import content_hash
from autograder.content.budget import Budget
from autograder.content.demo import CALLS, names_made_by_demo
from autograder.content.sample_answer import SampleAnswer as SampleAnswer
from autograder.content.solution_markers import without_solutions
from autograder.content.text_questions import TextQuestion
from autograder.content.variant_marks import Value, without_marks
from autograder.core import libraries
from autograder.core.languages import joined, message
from autograder.core.near_names import suggest
from autograder.core.records import EndsTheRun
from autograder.datasets.data_sets import DataSets


class AssignmentNotFound(EndsTheRun, LookupError):
    """No such assignment. The text says what there is."""


class AssignmentBroken(EndsTheRun, ValueError):
    """The folder is there and cannot be used: our or the author's fault, never the student's."""


class ChecksBroken(EndsTheRun, RuntimeError):
    """The checks cannot be collected: the author's fault. The text says which and why."""


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
        points: what it is worth in all, hidden checks included; 0 in ``solutions/``, where points are on the checks.
    """

    name: str
    title: str
    minutes: int
    libraries: tuple[str, ...]
    hints: tuple[str, ...]
    checks: Path
    points: float = 0.0


@dataclass(frozen=True)
class Assignment:
    """One assignment.

    Attributes:
        name: the folder's name; folder: where it is; public: True for the student's form.
        exercises: in the page's order.
        dataset: name of its data set; empty if it has none.
        after: the name of the assignment that comes before this one; may be empty.
        home: what ``git clone`` takes to get the kit, for the notebook's first cell; empty if not published.
        texts: what a person marks, in the settings' order.
        demo_calls: functions and methods whose call at the top level of a page is demonstration (see ``demo.Demo``).
        data_sets: those that it can use: the kit's and its own.
        requires: packages that must be installed to judge it, as pip understands them: ``pandas>=2``.
        number: of the version, as the author calls it; may be empty.
        variants: parameter -> its allowed values, the ordinary one first (see ``variants``).
        variant: which one this is; empty for the ordinary assignment. base: then the version of that.
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
    after: str = ""
    texts: tuple[TextQuestion, ...] = ()
    demo_calls: frozenset[str] = CALLS
    requires: tuple[str, ...] = ()
    data_sets: DataSets = DataSets()
    number: str = ""
    variants: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    variant: str = ""
    base: str = ""

    @property
    def substitute(self) -> str:
        """The data set with which results are the same on every machine; empty if the assignment has none."""
        return self.data_sets.substitute(self.dataset)

    @cached_property
    def version(self) -> str:
        """What people read beside the name: the author's number, if there is one, and a short hash of the contents.

        All variants have that of the ordinary assignment: the version says which state of it, and ``variant`` says which one.
        """
        if self.base:
            return self.base
        return f"{self.number} ({content_hash(self)})" if self.number else content_hash(self)

    @property
    def words(self) -> Path:
        """A module beside the checks, which need not be there: any check file can say ``from words import …``."""
        return self.folder / "checks" / "words.py"

    @property
    def data_folder(self) -> Path:
        """The assignment's own files of data, which need not be there: students get them beside their page."""
        return self.folder / "data"

    @property
    def data_files(self) -> dict[str, Path]:
        """Each file of ``data_folder``, by what a page calls it: ``data/marks.csv``."""
        found = (path for path in sorted(self.data_folder.rglob("*")) if path.is_file())
        names = {path.relative_to(self.folder).as_posix(): path for path in found}
        return {name: path for name, path in names.items() if "/." not in name and "__pycache__" not in path.parts}

    @property
    def functions(self) -> frozenset[str]:
        return frozenset(exercise.name for exercise in self.exercises)

    @property
    def worth(self) -> dict[str, float] | None:
        """Exercise -> its points in all, where only its public checks are available; None where all are."""
        return {exercise.name: exercise.points for exercise in self.exercises} if self.public else None

    @cached_property
    def demo_names(self) -> frozenset[str]:
        """Names that the page's own demonstration cells make: no exercise may lean on them."""
        return names_made_by_demo(page.parse(self.source.encode(), f"{self.name}.py")) - self.functions

    @cached_property
    def parameters(self) -> dict[str, list[str]]:
        """Function -> the names of its parameters, from the page."""
        return {name: [one.arg for one in (*node.args.posonlyargs, *node.args.args)] for name, node in self.definitions.items()}

    @cached_property
    def optional(self) -> dict[str, list[str]]:
        """Function -> the names of those parameters that have a default on the page, so that a check may leave them out."""
        return {
            name: self.parameters[name][len(self.parameters[name]) - len(node.args.defaults) :] for name, node in self.definitions.items()
        }

    @cached_property
    def definitions(self) -> dict[str, ast.FunctionDef]:
        """Function -> its definition on the page."""
        nodes = ast.parse(self.source).body
        return {node.name: node for node in nodes if isinstance(node, ast.FunctionDef) and node.name in self.functions}

    @cached_property
    def mistakes(self) -> tuple[SampleAnswer, ...]:
        return _programs(self.folder / "mistakes")

    @cached_property
    def alternatives(self) -> tuple[SampleAnswer, ...]:
        return _programs(self.folder / "alternatives")

    @cached_property
    def reference(self) -> submissions.Submission:
        return submissions.from_source(
            self.source, "reference", self.functions, self.demo_names, f"{self.name}.py", self.demo_calls
        )

    @property
    def stub(self) -> str:
        """The page as a student receives it.

        Raises:
            AssignmentBroken: a solution marker is without its partner.
        """
        try:
            return without_solutions(self.source)
        except ValueError as error:
            raise AssignmentBroken(f"{self.name}.py, {error}.") from error

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
                message("There is no exercise {name} in {assignment}: they are numbered 1 to {count}.", name=name, assignment=self.name, count=len(self.exercises))
            )
        if any(text.name == name for text in self.texts):
            raise AssignmentNotFound(message("{name} is a text that a person reads and marks, so it has no checks.", name=name))
        names = [exercise.name for exercise in self.exercises]
        raise AssignmentNotFound(message("There is no exercise {name} in {assignment}.{near}", name=repr(name), assignment=self.name, near=suggest(name, names)))

    def item(self, name: str) -> Exercise | TextQuestion:
        """An exercise or a text, by name; an exercise also by its number on the page.

        Raises:
            AssignmentNotFound: see ``exercise``.
        """
        return next((text for text in self.texts if text.name == name), None) or self.exercise(name)

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
            said = message("Known: {names}.", names=", ".join(known)) if known else message("Nothing is trained in this assignment.")
            raise AssignmentNotFound(joined([message("There is no budget {name}.{near}", name=repr(name), near=suggest(name, known)), said]))
        return self.budgets[name]

    def read(self, path: Path, name: str = "") -> submissions.Submission:
        """A student's file, read against this assignment.

        Raises:
            Unreadable: see ``page.read_page``.
        """
        return submissions.read_submission(path, name, self.functions, self.demo_names, self.demo_calls)

    def read_bytes(self, data: bytes, filename: str, name: str) -> submissions.Submission:
        """Like ``read_submission``, for a file's content."""
        return submissions.from_bytes(data, filename, name, self.functions, self.demo_names, self.demo_calls)

    def with_program(self, program: SampleAnswer) -> submissions.Submission:
        """The reference page with one function replaced by a mistake or an alternative."""
        content = page.parse(self.source.encode(), f"{self.name}.py")
        extra = page.parse(program.source.encode(), program.path.name)
        together = page.Page(program.path.name, content.cells + extra.cells)
        digest = hashlib.sha256(self.source.encode() + program.source.encode()).hexdigest()
        return submissions.Submission(
            program.path.stem, together, digest, self.functions, self.demo_names, self.demo_calls
        )


def in_turn(exercises: Iterable[Exercise]) -> list[Exercise]:
    """The order in which exercises are judged: those that need a library that takes long to import come last; it loads meanwhile."""
    return sorted(exercises, key=lambda exercise: bool(libraries.heavy(exercise.libraries)))


def _programs(folder: Path) -> tuple[SampleAnswer, ...]:
    programs = []
    for path in sorted(folder.glob("*__*.py")):
        function, _, name = path.stem.partition("__")
        programs.append(SampleAnswer(name, function, without_marks(path.read_text("utf-8")), path))
    return tuple(programs)
