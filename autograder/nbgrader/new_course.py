"""A new nbgrader course that works at once: configuration, source notebook, and the hidden checks where no student is.

A course can get more assignments. Each of them may come from another place.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from string import Template

from autograder.authoring import build
from autograder.content import solution_markers, translated_page
from autograder.content.assignment import Assignment
from autograder.content.mistake_fingerprints import stored
from autograder.content.notebook import page_as_notebook
from autograder.content.source_files import source_files
from autograder.core.file_names import few
from autograder.core.files import whole_folder
from autograder.core.languages import message
from autograder.judging.collection import points
from autograder.nbgrader.course import SOLUTIONS, Course
from autograder.nbgrader.gradebook_connection import CONFIG

SOURCE = "source"  # nbgrader's usual name
PRIVATE = 0o700  # for the instructors only


class FolderInUse(ValueError):
    """There is something in the place already. The text says what to try."""


def create(target: Path, assignment: Assignment, language: str = "") -> list[Path]:
    """Writes a course folder, whole or not at all.

    Args:
        target: a folder that is empty or not there yet.
        assignment: in the instructors' form, from anywhere; the course gets its own copy.
        language: of the page and of feedback, see ``translations``; empty for the original.

    Returns:
        The files written, relative to ``target``; of the copied folder only its name.

    Raises:
        FolderInUse: the folder holds something; nothing is written.
    """
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise FolderInUse(message("{folder} already exists and is not a folder. Choose a new folder for the course.", folder=target))
    if (target / CONFIG).is_file():
        add = f"autograder course add {target} --assignment NAME"
        raise FolderInUse(message("{folder} is a course already. To add an assignment to it:   {command}", folder=target, command=add))
    if target.is_dir() and any(target.iterdir()):
        raise FolderInUse(message("{folder} is not empty. Choose a new folder for the course, or empty this one first.", folder=target))
    general, released = settings(assignment, course_id(target), language), contents(assignment, language)
    with whole_folder(target) as fresh:
        _write(fresh, general)
        _write(fresh / SOURCE / assignment.name, released)
        _write(fresh / SOLUTIONS / assignment.name, source_files(assignment.folder))
        (fresh / SOLUTIONS).chmod(PRIVATE)
    return [*map(Path, general), *(Path(SOURCE, assignment.name, name) for name in released), Path(SOLUTIONS, assignment.name)]


def add(course: Course, assignment: Assignment, language: str = "") -> None:
    """Puts one more assignment into a course, whole or not at all.

    Args:
        course: with the assignment's name.
        assignment: in the instructors' form, from anywhere; the course gets its own copy.
        language: of the page; empty for the original.

    Raises:
        FolderInUse: the course has an assignment of this name; nothing is written.
    """
    for place in (course.solutions, course.source):
        if place.exists():
            raise FolderInUse(_already_there(course, assignment))
    released = contents(assignment, language)
    if not course.solutions.parent.exists():
        course.solutions.parent.mkdir(PRIVATE)
    try:
        with whole_folder(course.source) as public, whole_folder(course.solutions) as own:
            _write(public, released)
            _write(own, source_files(assignment.folder))
    except BaseException:
        for place in (course.source, course.solutions):
            shutil.rmtree(place, ignore_errors=True)
        raise


def _already_there(course: Course, assignment: Assignment) -> str:
    name, there = assignment.name, source_files(course.solutions)
    if not course.is_ours:
        return message("The course already has an assignment {assignment}, which nbgrader itself marks. Rename the folder of one of them.", assignment=name)
    given = source_files(assignment.folder)
    same = {one for one in there.keys() & given.keys() if there[one].read_bytes() == given[one].read_bytes()}
    if other := sorted((there.keys() | given.keys()) - same):
        return message(
            "The course already has another assignment {assignment}, or another version of it, with other files: {files}. If it is another one, "
            "rename its folder. For a new version, replace {folder}, then grade again.",
            assignment=name, files=few(other), folder=course.solutions,
        )  # fmt: skip
    return message("The course already has this assignment {assignment}.", assignment=name)


def _write(folder: Path, files: Mapping[str, str | Path]) -> None:
    """
    Args:
        files: relative name -> text, or the file to copy.
    """
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Path):
            shutil.copyfile(content, path)
        else:
            path.write_text(content, "utf-8", newline="\n")


def settings(assignment: Assignment, name: str, language: str = "") -> dict[str, str]:
    """File name -> text, of what a course has once.

    Args:
        assignment: its first one.
        name: the course's, for the exchange. language: of feedback.
    """
    spoken = f'c.Judge.language = "{language}"' if language else '# c.Judge.language = "ko"'
    values = {"language": spoken, "assignment": assignment.name, "title": assignment.title, "course": name, "solutions": SOLUTIONS}
    return {CONFIG: _template("config.py.txt", values), "README.md": _template("README.md.txt", values)}


def contents(assignment: Assignment, language: str = "") -> dict[str, str | Path]:
    """Relative file name -> text, or the file to copy, of the folder that is released: notebook, public checks and data.

    Args:
        language: of the notebook; empty for the original.
    """
    page = solution_markers.without_solutions(assignment.source, True)
    if language:
        page = translated_page.released(translated_page.translations(assignment)[language].read_text("utf-8"), True)
    notebook = page_as_notebook(page, assignment, points(assignment), language)
    public = build.contents(assignment, stored(assignment))
    checks = {name: text for name, text in public.items() if name.startswith("checks/")}
    return {f"{assignment.name}.ipynb": notebook, **checks, **assignment.data_files}


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
