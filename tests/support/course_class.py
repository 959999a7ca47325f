"""A course in which Ada, Ben and Cleo are graded: made once in a run of the tests, copied for each test."""

import contextlib
import functools
import shutil
import tempfile
from pathlib import Path

import course_sample

from autograder import cli


@functools.cache
def _graded() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="course-class-"))
    course_sample.write_course(folder)
    course_sample.submit_class(folder / "pages")
    with contextlib.chdir(folder):
        cli.main(["grade", "pages", "--course", "course"])
    return folder


def copy_to(folder: Path) -> Path:
    """The folder with ``course/``, ``pages/`` and ``solutions/``."""
    return Path(shutil.copytree(_graded(), folder))
