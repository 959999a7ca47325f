"""The same answers in the graders that others use: stock nbgrader, and ``otter run``.

Both test in the student's kernel, with the cells of ``peer_tests/``, a file for each assignment. Each is set up as its own guide says, with time
limits long enough; each must give every answer full marks, or there is nothing to compare.
"""

from __future__ import annotations

import ast
import csv
import json
import re
import subprocess
import sys
import venv
from pathlib import Path

import nbformat
import pages
from commands import Took, measured, run
from nbformat import v4
from pages import KERNEL, ROOT, Handed

from autograder.content.assignment import Assignment, Budget
from autograder.core.files import cache_folder

TESTS = Path(__file__).with_name("peer_tests")
OTTER = "otter-grader[grading]==7.0.0"
NBGRADER_CONFIG = """\
c = get_config()
c.Execute.timeout = 3600
c.ExecutePreprocessor.timeout = 3600
"""


def known() -> list[str]:
    """Names of the assignments for which there are test cells."""
    return [path.stem for path in sorted(TESTS.glob("*.py")) if (pages.SOLUTIONS / path.stem).is_dir()]


def cells(assignment: Assignment, budget: str, dataset: str) -> dict[str, str]:
    """Exercise -> the test cell for it.

    Args:
        budget: ``quick`` or ``full``; dataset: name of the data set that is graded with.
    """
    text = (TESTS / f"{assignment.name}.py").read_text("utf-8")
    numbers = _numbers(assignment.budget(budget), dataset)
    found = dict(re.findall(r"^# %% (\w+)\n(.*?)(?=^# %%|\Z)", text, re.MULTILINE | re.DOTALL))
    return {
        name: (f"BUDGET = {numbers}\n" if "BUDGET" in cell else "") + cell.rstrip() for name, cell in found.items()
    }


def _numbers(budget: Budget, dataset: str) -> dict[str, float]:
    """A budget's numbers that are not 0, with this data set's thresholds."""
    sizes = {name: getattr(budget, name) for name in ("images", "rows", "epochs", "batch_size")}
    thresholds = {"threshold": budget.threshold, **budget.thresholds}
    reached = {name: numbers[dataset] for name, numbers in thresholds.items() if dataset in numbers}
    return {name: number for name, number in sizes.items() if number} | reached


class Nbgrader:
    """A course with one assignment, made by ``nbgrader generate_assignment``, and its submissions.

    Args:
        folder: of the course; made here.
        handed: the submissions.
        tests: from ``cells``.
        whole: with the page's demonstrations.
    """

    def __init__(
        self,
        folder: Path,
        assignment: Assignment,
        handed: list[Handed],
        tests: dict[str, str],
        environment: dict[str, str],
        whole: bool = False,
    ) -> None:
        self.folder, self.environment, self.pages, self.name = folder, environment, handed, assignment.name
        (folder / "source" / self.name).mkdir(parents=True)
        (folder / "nbgrader_config.py").write_text(NBGRADER_CONFIG)
        source = _source(pages.cells(assignment, handed[0].answers, whole), tests)
        nbformat.write(source, folder / "source" / self.name / f"{self.name}.ipynb")
        run(["nbgrader", "generate_assignment", self.name, "--create"], folder, environment)
        for page in handed:
            self._submit(page)

    @property
    def submitted(self) -> Path:
        return self.folder / "submitted"

    def start(self) -> Took:
        """What the command takes that does nothing: it is read, and its libraries are imported."""
        return measured(["nbgrader", "autograde", "--help"], self.folder, self.environment)

    def autograde(self) -> Took:
        return measured(["nbgrader", "autograde", self.name], self.folder, self.environment)

    def check_marks(self) -> None:
        """
        Raises:
            SystemExit: an answer did not get full marks.
        """
        run(["nbgrader", "export", "--to", "marks.csv"], self.folder, self.environment)
        with open(self.folder / "marks.csv", newline="") as file:
            rows = {row["student_id"]: row for row in csv.DictReader(file)}
        for page in self.pages:
            row = rows[page.student]
            if float(row["score"]) != float(row["max_score"]) or not float(row["score"]):
                lost = self._lost(page)
                raise SystemExit(
                    f"nbgrader gave {page.student} {row['score']} of {row['max_score']} points. {lost}".rstrip()
                )

    def _lost(self, page: Handed) -> str:
        """The test cells of a page that failed, each with the last line of its error."""
        autograded = self.folder / "autograded" / page.student / self.name / f"{self.name}.ipynb"
        found = []
        for cell in nbformat.read(autograded, as_version=4).cells:
            for output in cell.get("outputs", []):
                if output.output_type == "error":
                    found.append(f"{cell.metadata.get('nbgrader', {}).get('grade_id')}: {output.ename} {output.evalue}")
        return "; ".join(found)

    def _submit(self, page: Handed) -> None:
        notebook = nbformat.read(self.folder / "release" / self.name / f"{self.name}.ipynb", as_version=4)
        for cell in notebook.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            if name in page.answers:
                cell.source = page.answers[name]
        target = self.submitted / page.student / self.name
        target.mkdir(parents=True)
        nbformat.write(notebook, target / f"{self.name}.ipynb")


def _source(page: list[tuple[str, str]], tests: dict[str, str]) -> nbformat.NotebookNode:
    """The instructor's notebook: an answer cell and a test cell for each exercise, a point each."""
    found = []
    for name, text in page:
        if name not in tests:
            found.append(v4.new_code_cell(text))
            continue
        answer = f"### BEGIN SOLUTION\n{text}\n### END SOLUTION"
        found.append(v4.new_code_cell(answer, metadata={"nbgrader": _mark(name, solution=True)}))
        mark = _mark(f"{name}_check", solution=False) | {"points": 1}
        found.append(v4.new_code_cell(tests[name], metadata={"nbgrader": mark}))
    return v4.new_notebook(cells=found, metadata=KERNEL)


def _mark(name: str, solution: bool) -> dict:
    kind = {"grade": not solution, "solution": solution, "locked": not solution, "task": False}
    return {"schema_version": 3, "grade_id": name, "cell_type": "code", **kind}


class Otter:
    """An ``autograder.zip`` made by ``otter generate``, and notebooks to run it on.

    Args:
        folder: to work in; made here.
        tests: from ``cells``.
    """

    def __init__(
        self,
        folder: Path,
        assignment: Assignment,
        handed: list[Handed],
        tests: dict[str, str],
        environment: dict[str, str],
    ) -> None:
        self.folder, self.pages = folder, handed
        self.environment = environment | {"PYTHONPATH": str(ROOT)}  # a page loads its data with the kit
        self.otter = otter_program()
        (folder / "tests").mkdir(parents=True)
        for name, text in tests.items():
            (folder / "tests" / f"{name}.py").write_text(_ok_test(name, text))
        run([self.otter, "generate", "--tests-dir", "tests", "--output-path", "autograder.zip"], folder, self.environment)
        for page in handed:
            found = pages.cells(assignment, page.answers, whole=False)
            notebook = v4.new_notebook(cells=[v4.new_code_cell(text) for _name, text in found], metadata=KERNEL)
            nbformat.write(notebook, folder / f"{page.student}.ipynb")

    def run(self) -> float:
        """One command for each notebook, one after the other, as ``otter run`` works."""
        took = 0.0
        for page in self.pages:
            words = ["run", "--autograder", "autograder.zip", "--output-dir", page.student, f"{page.student}.ipynb"]
            (self.folder / page.student).mkdir()
            took += run([self.otter, *words], self.folder, self.environment)
        return took

    def check_marks(self) -> None:
        """
        Raises:
            SystemExit: an answer did not get full marks.
        """
        for page in self.pages:
            result = json.loads((self.folder / page.student / "results.json").read_text())
            for test in result["tests"]:
                if test.get("score") != test.get("max_score"):
                    raise SystemExit(f"otter gave {page.student} {test}")


def _ok_test(name: str, text: str) -> str:
    """A cell of asserts in otter's usual form: a doctest, here without output."""
    lines = []
    source = text.splitlines()
    for statement in ast.parse(text).body:
        first, *others = source[statement.lineno - 1 : statement.end_lineno]
        lines += [f">>> {first}", *(f"... {line}" for line in others)]
    case = {"code": "\n".join(lines), "hidden": False, "locked": False}
    test = {"name": name, "points": 1, "suites": [{"cases": [case], "scored": True, "setup": "", "teardown": "",
                                                   "type": "doctest"}]}  # fmt: skip
    return f"OK_FORMAT = True\n\ntest = {test!r}\n"


def otter_program() -> Path:
    """Otter, in an environment of its own: it cannot do with the newest version of a library that TensorFlow takes.

    All other libraries are the kit's own, from the same files.

    Raises:
        SystemExit: it could not be installed.
    """
    folder = cache_folder() / "benchmarks" / f"{re.sub(r'[^a-z0-9.]+', '-', OTTER)}-{sys.version_info.minor}"
    program = folder / "bin" / "otter"
    if not program.exists():
        venv.create(folder, with_pip=True, clear=True)
        libraries = next((folder / "lib").glob("python*/site-packages"))
        own = [path for path in sys.path if path.endswith("site-packages")]
        (libraries / "kit.pth").write_text("\n".join(own) + "\n")
        command = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", OTTER]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            program.unlink(missing_ok=True)
            raise SystemExit(f"otter could not be installed:\n{done.stderr[-2000:]}")
    return program
