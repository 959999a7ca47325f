"""nbgrader courses for tests, and its real command line without the seconds that each start of it takes.

``Commands`` starts one process that has imported what the commands need, and that forks for each command: the child gets
the arguments, folder and environment that a shell would have given it, and runs the same ``main``.
"""

import atexit
import contextlib
import gc
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

BIN = Path(sys.executable).parent
# What commands import when they need it; that was two of three processor seconds of grading a small course.
NEEDED = (
    "autograder.cli.grade_course",
    "autograder.grading.class_output",
    "autograder.grading.grader",
    "autograder.nbgrader.grading",
    "autograder.nbgrader.write_gradebook",
    "jupytext",
    "sqlalchemy.dialects.sqlite",
)
STUB = "    # YOUR CODE HERE\n    raise NotImplementedError()"


@dataclass(frozen=True)
class Done:
    """A command that has ended: exit code, and both of its outputs."""

    code: int
    output: str


class Commands:
    """``nbgrader …`` and ``autograder …``, each in a process of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "AUTOGRADER_"))
        }
        self.environment |= {
            "HOME": str(home),
            "JUPYTER_CONFIG_DIR": str(home / "config"),
            "JUPYTER_DATA_DIR": str(home / "data"),
            "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
            "JUPYTER_PLATFORM_DIRS": "1",
            "AUTOGRADER_CACHE": str(home / "cache"),
            "KERAS_HOME": str(home / "keras"),
            "HTTPS_PROXY": "http://127.0.0.1:9",  # no network: the drawn digits take the place of MNIST
            "https_proxy": "http://127.0.0.1:9",
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        }
        self.server = subprocess.Popen(
            [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=self.environment, text=True
        )

    def __call__(self, *words: object, cwd: Path, **environment: str) -> Done:
        out = self.home / "output.txt"
        order = {"words": [str(word) for word in words], "cwd": str(cwd), "env": environment, "out": str(out)}
        self.server.stdin.write(json.dumps(order) + "\n")
        self.server.stdin.flush()
        return Done(int(self.server.stdout.readline()), out.read_text("utf-8", "replace"))

    def close(self) -> None:
        self.server.stdin.close()
        self.server.wait(300)
        self.server.stdout.close()


def warm_up() -> None:
    """Does once what each command would otherwise do first."""
    import importlib

    import marks_sample

    for name in NEEDED:
        importlib.import_module(name)
    importlib.import_module("autograder.reports.html.pages").class_page([marks_sample.report()])  # templates, Matplotlib
    importlib.import_module("sqlalchemy.orm").configure_mappers()  # of the gradebook's classes


def keep_servers() -> list:
    """Fork servers that all commands borrow whose exercises need NumPy only, as those of the assignment in miniature."""
    from warm_servers import Lent

    from autograder.sandbox import fork_server_handle, launcher
    from autograder.sandbox.fork_server_handle import USUAL_HASHES

    real = fork_server_handle.begin
    running = real([(), ("numpy",)], "full")
    known = {modules: one for one in running for modules in one.connections}

    def begin(sets, level, backend="", hashes=USUAL_HASHES):  # none of these has Keras
        wanted = list(dict.fromkeys(sets))
        if level != "full" or hashes != USUAL_HASHES or not wanted or not known.keys() >= {*wanted}:
            return real(wanted, level, backend, hashes)
        return [Lent({modules: known[modules] for modules in wanted})]

    fork_server_handle.begin = launcher.begin = begin
    return running


def leave(codes: list[int]) -> None:
    """The last thing that a command does: Python would take apart all that was imported, and so copy it (0.8 s of a processor)."""
    if codes:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(codes[-1])


def serve() -> None:
    """Reads orders, forks for each, answers with its exit code."""
    import importlib

    from autograder.sandbox.fork_server_handle import end

    codes: list[int] = []  # of the command that this process has become
    atexit.register(leave, codes)  # before all imports, so that it comes after what they register
    mains = {"nbgrader": importlib.import_module("nbgrader.apps.nbgraderapp").main, "autograder": None}
    mains["autograder"] = importlib.import_module("autograder.cli").main
    warm_up()
    servers = keep_servers()
    gc.freeze()  # nor does a collection of garbage walk through it
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if not child:
            os.environ.update(order["env"])
            os.chdir(order["cwd"])
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            out = os.open(order["out"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(out, 1)
            os.dup2(out, 2)
            sys.argv = order["words"]
            codes.append(1)  # if it raises
            try:
                code = mains[order["words"][0]]()
            except SystemExit as ended:
                code = ended.code
            codes.append(1 if isinstance(code, str) else code or 0)
            sys.exit(code)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)
    end(servers)


@dataclass(frozen=True)
class Course:
    """A course's folder, and what tests do with it."""

    folder: Path
    run: Commands
    name: str

    def nbgrader(self, *words: object, **environment: str) -> Done:
        return self.run("nbgrader", *words, cwd=self.folder, **environment)

    def autograder(self, *words: object, **environment: str) -> Done:
        return self.run("autograder", *words, cwd=self.folder, **environment)

    def grade(self, jobs: int = 1) -> Done:
        """One process needs no start of its own: the libraries are there."""
        return self.autograder("grade", "--course", self.folder, "--assignment", self.name, "--jobs", jobs)

    def copy(self, folder: Path) -> "Course":
        shutil.copytree(self.folder, folder)
        return Course(folder, self.run, self.name)

    def released(self) -> dict:
        return json.loads((self.folder / "release" / self.name / f"{self.name}.ipynb").read_text())

    def hand_in(self, student: str, content: "dict | list | str", when: str = "2030-01-01 10:00:00 UTC") -> Path:
        """A submission as ``nbgrader collect`` would lay it down. Returns the notebook."""
        path = self.folder / "submitted" / student / self.name / f"{self.name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        (path.parent / "timestamp.txt").write_text(when)
        return path

    def autograded(self, student: str) -> dict:
        return json.loads((self.folder / "autograded" / student / self.name / f"{self.name}.ipynb").read_text())

    def feedback(self, student: str) -> str:
        return (self.folder / "feedback" / student / self.name / f"{self.name}.html").read_text()

    def sql(self, statement: str, *values: object) -> list[tuple]:
        with sqlite3.connect(self.folder / "gradebook.db") as database:
            found = database.execute(statement, values).fetchall()
        database.close()
        return found

    def grades(self) -> list[tuple]:
        """Every graded cell: student, cell, automatic, manual and extra score, needs a person, maximum, penalty."""
        return self.sql(
            "SELECT submitted_assignment.student_id, base_cell.name, grade.auto_score, grade.manual_score,"
            " grade.extra_credit, grade.needs_manual_grade, grade_cells.max_score,"
            " submitted_notebook.late_submission_penalty, submitted_assignment.timestamp"
            " FROM grade JOIN submitted_notebook ON grade.notebook_id = submitted_notebook.id"
            " JOIN submitted_assignment ON submitted_notebook.assignment_id = submitted_assignment.id"
            " JOIN base_cell ON grade.cell_id = base_cell.id JOIN grade_cells ON grade_cells.id = base_cell.id"
            " ORDER BY 1, 2"
        )

    def comments(self) -> list[tuple]:
        return self.sql(
            "SELECT submitted_assignment.student_id, base_cell.name, comment.auto_comment, comment.manual_comment"
            " FROM comment JOIN submitted_notebook ON comment.notebook_id = submitted_notebook.id"
            " JOIN submitted_assignment ON submitted_notebook.assignment_id = submitted_assignment.id"
            " JOIN base_cell ON comment.cell_id = base_cell.id ORDER BY 1, 2"
        )

    def marks(self) -> dict[str, dict[str, float | None]]:
        """student -> cell -> automatic score."""
        found: dict[str, dict[str, float | None]] = {}
        for student, cell, score, *_ in self.grades():
            found.setdefault(student, {})[cell] = score
        return found


@contextlib.contextmanager
def started(home: Path) -> Iterator[Commands]:
    """``Commands``, for as long as they are needed; the test is skipped where there is no nbgrader."""
    import pytest

    try:
        version("nbgrader")
    except PackageNotFoundError:
        pytest.skip("nbgrader is not installed: pip install '.[nbgrader]'")
    running = Commands(home)
    try:
        yield running
    finally:
        running.close()


def new_kit(folder: Path, run: Commands, files: dict | None = None) -> Path:
    """A clone of the kit with the assignment in miniature, built; with further files of it, see ``miniature.write``."""
    import miniature

    miniature.write(folder, files)
    done = run("autograder", "build", cwd=folder)
    assert done.code == 0, done.output
    return folder


def new_course(folder: Path, kit: Path, run: Commands) -> Course:
    """A course whose assignment has been generated and that nobody has handed in to."""
    done = run("autograder", "course", "new", folder, cwd=kit)
    assert done.code == 0, done.output
    course = Course(folder, run, "miniature")
    done = course.nbgrader("generate_assignment", "miniature")
    assert done.code == 0, done.output
    return course


def cell(notebook: dict, grade_id: str) -> dict:
    return next(one for one in notebook["cells"] if one["metadata"].get("nbgrader", {}).get("grade_id") == grade_id)


def written(notebook: dict, **bodies: str) -> dict:
    """A copy of a released notebook with some functions written."""
    notebook = json.loads(json.dumps(notebook))
    for name, body in bodies.items():
        one = cell(notebook, name)
        source = "".join(one["source"])
        assert STUB in source
        one["source"] = source.replace(STUB, "\n".join(f"    {line}" for line in body.splitlines()))
    return notebook


def code(source: str, **metadata: object) -> dict:
    return {
        "cell_type": "code",
        "metadata": metadata,
        "source": source,
        "outputs": [],
        "execution_count": None,
        "id": "mine",
    }


def text(source: str, kind: str = "markdown") -> dict:
    return {"cell_type": kind, "metadata": {}, "source": source, "id": "words"}


if __name__ == "__main__":
    serve()
