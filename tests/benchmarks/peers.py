"""The same answers in the graders that others use: stock nbgrader, and ``otter run``.

Both test in the student's kernel, with the cells of ``peer_tests.py``. Each is set up as its own guide says, with time
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
from commands import run
from nbformat import v4
from pages import DATA, KERNEL, SETUP, Handed

from autograder.content.assignment import Budget
from autograder.core.files import cache_folder

TESTS = Path(__file__).with_name("peer_tests.py")
NAME = "mnist"
OTTER = "otter-grader[grading]==7.0.0"
NBGRADER_CONFIG = """\
c = get_config()
c.Execute.timeout = 600
c.ExecutePreprocessor.timeout = 600
"""


def cells(budget: Budget, threshold: float) -> dict[str, str]:
    """Exercise -> the test cell for it."""
    found = dict(re.findall(r"^# %% (\w+)\n(.*?)(?=^# %%|\Z)", TESTS.read_text("utf-8"), re.MULTILINE | re.DOTALL))
    found["train"] = f"IMAGES, EPOCHS, ENOUGH = {budget.images}, {budget.epochs}, {threshold}\n{found['train']}"
    return {name: text.rstrip() for name, text in found.items()}


class Nbgrader:
    """A course with one assignment, made by ``nbgrader generate_assignment``, and its submissions.

    Args:
        folder: of the course; made here.
        tests: from ``cells``.
    """

    def __init__(self, folder: Path, pages: list[Handed], tests: dict[str, str], environment: dict[str, str]) -> None:
        self.folder, self.environment, self.pages = folder, environment, pages
        (folder / "source" / NAME).mkdir(parents=True)
        (folder / "nbgrader_config.py").write_text(NBGRADER_CONFIG)
        nbformat.write(_source(pages[0], tests), folder / "source" / NAME / f"{NAME}.ipynb")
        run(["nbgrader", "generate_assignment", NAME, "--create"], folder, environment)
        for page in pages:
            self._submit(page)

    @property
    def submitted(self) -> Path:
        return self.folder / "submitted"

    def autograde(self) -> float:
        return run(["nbgrader", "autograde", NAME], self.folder, self.environment)

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
                raise SystemExit(f"nbgrader gave {page.student} {row['score']} of {row['max_score']} points.")

    def _submit(self, page: Handed) -> None:
        notebook = nbformat.read(self.folder / "release" / NAME / f"{NAME}.ipynb", as_version=4)
        for cell in notebook.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            if name in page.answers:
                cell.source = page.answers[name]
        target = self.submitted / page.student / NAME
        target.mkdir(parents=True)
        nbformat.write(notebook, target / f"{NAME}.ipynb")


def _source(page: Handed, tests: dict[str, str]) -> nbformat.NotebookNode:
    """The instructor's notebook: an answer cell and a test cell for each exercise, a point each."""
    found = [v4.new_code_cell(SETUP), v4.new_code_cell(DATA)]
    for name, answer in page.answers.items():
        text = f"### BEGIN SOLUTION\n{answer}\n### END SOLUTION"
        found.append(v4.new_code_cell(text, metadata={"nbgrader": _mark(name, solution=True)}))
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

    def __init__(self, folder: Path, pages: list[Handed], tests: dict[str, str], environment: dict[str, str]) -> None:
        self.folder, self.environment, self.pages = folder, environment, pages
        self.otter = otter_program()
        (folder / "tests").mkdir(parents=True)
        for name, text in tests.items():
            (folder / "tests" / f"{name}.py").write_text(_ok_test(name, text))
        run([self.otter, "generate", "--tests-dir", "tests", "--output-path", "autograder.zip"], folder, environment)
        for page in pages:
            cells = [v4.new_code_cell(text) for text in (SETUP, DATA, *page.answers.values())]
            notebook = v4.new_notebook(cells=cells, metadata=KERNEL)
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
