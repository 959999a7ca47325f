"""A new nbgrader course that works at once: configuration, source notebook, and the hidden checks where no student is."""

from __future__ import annotations

import re
import shutil
import tempfile
from importlib import resources
from pathlib import Path
from string import Template

from autograder.authoring import build
from autograder.content import solution_markers
from autograder.content.assignment import Assignment
from autograder.content.mistake_fingerprints import stored
from autograder.content.notebook import page_as_notebook
from autograder.judging.collection import points
from autograder.nbgrader.course import SOLUTIONS
from autograder.nbgrader.gradebook_connection import CONFIG

LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", ".*")


class FolderInUse(ValueError):
    """There is something in the folder already. The text says what to try."""


def create(target: Path, assignment: Assignment) -> list[Path]:
    """Writes a course folder, whole or not at all.

    Args:
        target: a folder that is empty or not there yet.
        assignment: from ``solutions/``; the course gets its own copy.

    Returns:
        The files written, relative to ``target``; of the copied folder only its name.

    Raises:
        FolderInUse: the folder holds something; nothing is written.
    """
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise FolderInUse(f"{target} already exists and is not a folder. Choose a new folder for the course.")
    if target.is_dir() and any(target.iterdir()):
        raise FolderInUse(f"{target} is not empty. Choose a new folder for the course, or empty this one first.")
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        fresh.chmod(0o755)
        for name, text in contents(assignment, course_id(target)).items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
        for name, data in assignment.data_files.items():  # beside the notebook, as in the student's form
            (fresh / "source" / assignment.name / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(data, fresh / "source" / assignment.name / name)
        shutil.copytree(assignment.folder, fresh / SOLUTIONS / assignment.name, ignore=LEFT_OUT)
        (fresh / SOLUTIONS).chmod(0o700)  # for the instructors only
        fresh.replace(target)  # an empty folder gives way
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    return [*map(Path, contents(assignment, "")), Path(SOLUTIONS, assignment.name)]


def contents(assignment: Assignment, name: str) -> dict[str, str]:
    """Relative file name -> text, of everything but the copied ``solutions/``.

    Args:
        name: the course's, for the exchange.
    """
    values = {"assignment": assignment.name, "title": assignment.title, "course": name, "solutions": SOLUTIONS}
    source = f"source/{assignment.name}"
    files = {
        CONFIG: _template("config.py.txt", values),
        "README.md": _template("README.md.txt", values),
        f"{source}/{assignment.name}.ipynb": page_as_notebook(
            solution_markers.without_solutions(assignment.source, True), assignment, points(assignment)
        ),
    }
    public = build.contents(assignment, stored(assignment))
    return files | {f"{source}/{name}": text for name, text in public.items() if name.startswith("checks/")}


def course_id(target: Path) -> str:
    """A name for nbgrader's exchange, made from the folder's.

    Example:
        >>> course_id(Path("/home/me/Deep Learning 2"))
        'Deep-Learning-2'
    """
    return re.sub(r"[^A-Za-z0-9_-]+", "-", target.resolve().name).strip("-") or "course"


def _template(name: str, values: dict[str, str]) -> str:
    text = resources.files("autograder.nbgrader").joinpath(name).read_text("utf-8")
    return Template(text).substitute(values)
