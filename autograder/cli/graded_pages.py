"""The pages of a graded class, as the commands that come after ``grade`` find them again."""

from __future__ import annotations

from pathlib import Path

from autograder.cli.errors import UsageError
from autograder.content.assignment import Assignment
from autograder.content.folder_layout import AmbiguousFolder
from autograder.core.files import NOTHING, kind
from autograder.core.languages import message, what_it_says
from autograder.grading import class_answers, graded_places


def places_of(folder: Path, typed: tuple[Path, ...]) -> list[Path]:
    """Where the pages are that were graded into a folder.

    Args:
        typed: places that were named, in place of those that are noted.

    Raises:
        UsageError: nothing is there.
    """
    for path in typed:
        if kind(path) == NOTHING:
            raise UsageError(message("There is no file or folder {path}.", path=path))
    places = list(typed) or graded_places.places_of(folder)
    if not places:
        raise UsageError(message("It is not noted where the pages of {folder} are. Name the folder:   --submissions FOLDER", folder=folder))
    return places


def graded_pages(assignment: Assignment, places: list[Path], wanted: set[str]) -> dict[str, bytes]:
    """The content of the files that were graded, by its hash."""
    try:
        return class_answers.pages_by_hash(assignment, places, wanted)
    except AmbiguousFolder as error:
        raise UsageError(what_it_says(error)) from error
