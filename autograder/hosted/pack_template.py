"""What the packs for GitHub have in common: a new folder that is whole or not there, and in it the student's folder.

A template repository is copied for each student, so it holds public checks only.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from autograder.authoring import build
from autograder.content.assignment import Assignment
from autograder.content.mistake_fingerprints import stored
from autograder.core.languages import message
from autograder.hosted.pack_engine import NothingToPack
from autograder.judging import collection
from autograder.reports import wording

README = "README.md"
PYTHON_VERSION = "3.11"  # the version for which constraints.txt was made


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """A folder to write into, which becomes ``folder`` at the end; after an exception, nothing has been written.

    Raises:
        NothingToPack: there is a file of that name, or the folder holds something.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NothingToPack(message("{folder} already exists and is not an empty folder. Name a new folder: --out DIR.", folder=folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".pack-", dir=folder.parent) as scratch:
        fresh = Path(scratch) / folder.name
        fresh.mkdir()
        yield fresh
        if folder.exists():
            folder.rmdir()
        shutil.move(fresh, folder)


def students_folder(assignment: Assignment, folder: Path, when: str = "") -> None:
    """Writes the student's form of an assignment: page, notebook, public checks and README.

    Args:
        assignment: in the instructors' form.
        folder: empty, or not there yet.
        when: when the checks are run there, in words; README then says what the points are. Without it, README stays as it is.

    Raises:
        build.AnswerLeaked: a file for students would give something away.
    """
    build.build(assignment, folder, stored(assignment))
    if when:
        say_points(assignment, folder, when)


def say_points(assignment: Assignment, folder: Path, when: str) -> None:
    """Writes into the README of a student's folder what the points there are; see ``students_folder``."""
    public, whole = points(assignment)
    readme = folder / README
    text = readme.read_text("utf-8") if readme.is_file() else f"# {assignment.title}\n"
    readme.write_text(with_points(text, public, whole, when), "utf-8", newline="\n")


def points(assignment: Assignment) -> tuple[float, float]:
    """Points of the public checks, and of all of them."""
    return collection.public_points(assignment), sum(collection.points(assignment).values())


def with_points(readme: str, public: float, whole: float, when: str) -> str:
    """The student's README with a paragraph below its title: which points are counted there, and what they are.

    Example:
        >>> print(with_points("# Title\\n\\nText.\\n", 60, 100, "after each push").split("\\n")[2])
        **Points in this repository:** after each push, GitHub runs the public checks: 60 of the 100 points. The other 40 come
    """
    here, all_, rest = (wording.plain_points(number) for number in (public, whole, whole - public))
    said = f"**Points in this repository:** {when}, GitHub runs the public checks: {here} of the {all_} points."
    if whole > public:
        said += f" The other {rest} come\nfrom checks that run when your work is graded."
    said += "\nThe points here are advice: your mark comes from your instructor."
    title, _, text = readme.partition("\n")
    return f"{title}\n\n{said}\n{text if text.startswith(chr(10)) else chr(10) + text}"


def write_files(folder: Path, content: Mapping[str, bytes]) -> None:
    """Writes files (relative path -> bytes), each with the folders that it needs."""
    for name, data in content.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
