"""A course in which Ada, Ben and Cleo are graded: made once in a run of the tests, copied for each test."""

import functools
import os
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
    here = os.getcwd()
    os.chdir(folder)
    try:
        cli.main(["grade", "pages", "--course", "course"])
    finally:
        os.chdir(here)
    return folder


def copy_to(folder: Path) -> Path:
    """The folder with ``course/``, ``pages/`` and ``solutions/``."""
    return Path(shutil.copytree(_graded(), folder))
