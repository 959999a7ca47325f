"""What a folder seems to be: one student's, a class's, or one above a class's; and whose a file is by where it lies.

A student is the same from wherever the path is given: ``subs/``, ``subs/ada`` and ``subs/ada/mnist.py`` all hold a page of
ada's.
"""

from __future__ import annotations

import os
from pathlib import Path

from autograder.content import owners
from autograder.content.folder_entries import below, entries
from autograder.content.owners import Owner
from autograder.content.page_choice import named_after
from autograder.content.page_file import is_page
from autograder.core.file_names import few
from autograder.core.languages import joined, message, plural

MANY = 3  # folders below one folder that make it a class


class AmbiguousFolder(ValueError):
    """What lies there may be meant in two ways. The text says what was seen and what to type for which."""


class FolderLayout:
    """Reads what a folder is from the names in it.

    Args:
        name: the assignment's.
        known: names of submissions from before, which distinguish a student's folder from a class's.
    """

    def __init__(self, name: str, known: frozenset[str]) -> None:
        self.name = name
        self.known = known

    def is_students(self, folder: Path) -> bool:
        """Whether a folder is one student's: a page of the assignment's name lies in it, or in its folder of that name."""
        places = (folder, folder / self.name)
        return any(is_page(entry) and named_after(entry, self.name) and owners.of_platform(entry.name) is None
                   for place in places for entry in entries(place))  # fmt: skip

    def reads_as_owner(self, folder: Path) -> bool:
        """Whether a folder's name says whose it is, as a platform has named it."""
        return bool(owners.of_folder(folder.name, self.name).platform)

    def ask_if_class(self, folder: Path) -> None:
        """A page of the assignment's name may be a student's, or the instructor's own beside those of a class."""
        inside = [entry for entry in entries(folder) if os.path.isdir(entry) and entry.name != self.name]
        students = [entry.name for entry in inside if self.is_students(entry)]
        loose = [entry.name for entry in entries(folder) if is_page(entry) and not named_after(entry, self.name)]
        several = students if len(students) > 1 else loose if len(loose) >= MANY else []
        if several:
            raise AmbiguousFolder(
                message(
                    "Is {folder} the folder of one student or of a class? It contains a page named {name} and, beside it, {others}. "
                    "For one student:   --student NAME. For a class: name its folders or pages one by one, without that page.",
                    folder=folder, name=self.name, others=few(several),
                )
            )  # fmt: skip

    def ask_if_above(self, folders: list[Path], named: Path, zipped: bool) -> None:
        """Whether these are students' folders, and not those of whole classes."""
        strong = [one for one in folders if self._holds_class(one, MANY)]
        weak = [one for one in folders if self._holds_class(one, 2) or self._holds_courses(one)]
        with_pages = [one for one in folders if any(map(is_page, below(one)))]
        alone = len(with_pages) == 1 and self._holds_loose(with_pages[0])
        above = strong or (weak if weak and weak == with_pages else []) or (with_pages if alone else [])
        if above:
            seems = plural(
                "{folder} seems to be above the folder with the submissions: {names} contains pages of several students.",
                "{folder} seems to be above the folder with the submissions: {names} contain pages of several students.",
                len(above), folder=named, names=few([one.name for one in above]),
            )  # fmt: skip
            way = message("Name the folder with the students' folders instead:   {command}", command=f"autograder grade {named / above[0].name}")
            if zipped:
                way = message("Unpack it by hand, and name the folder with the students' folders.")
            raise AmbiguousFolder(joined([seems, way, message("  (If it belongs to one student: --student NAME.)")]))

    def _holds_class(self, folder: Path, many: int) -> bool:
        if self.is_students(folder) or self.reads_as_owner(folder) or folder.name in self.known:
            return False
        there = entries(folder)
        inside = [
            one for one in there if os.path.isdir(one) and (self.is_students(one) or self.reads_as_owner(one))
        ]
        loose = {
            owner.name for owner in owners.of_loose(one.name for one in there if not os.path.isdir(one)).values()
        }
        return len(inside) >= many or len(loose) > 1

    def _holds_courses(self, folder: Path) -> bool:
        """``submitted/`` with a single student: ``submitted/ada/mnist/mnist.ipynb``."""
        inside = [one for one in entries(folder) if os.path.isdir(one)]
        nested = len(inside) == 1 and inside[0].name != self.name
        return not self.is_students(folder) and nested and any(map(is_page, entries(inside[0] / self.name)))

    def _holds_loose(self, folder: Path) -> bool:
        """Several pages, none of which bears the assignment's name: those of several students, as it seems."""
        pages = [entry for entry in entries(folder) if is_page(entry)]
        return len(pages) > 1 and not self.is_students(folder) and folder.name not in self.known

    def owner_of(self, path: Path) -> Owner:
        """Whose a file is that was named alone: its own name says it, or else the folder that it lies in."""
        path = Path(os.path.abspath(path))
        around = list(path.parents)[:4]
        beside = {path.name} if not around[0].is_dir() else {entry.name for entry in entries(around[0])} | {path.name}
        if path.name in (loose := owners.of_loose(beside)):
            return loose[path.name]
        for folder in around:
            if folder.name and (
                self.reads_as_owner(folder) or (folder.name in self.known and path.stem not in self.known)
            ):
                return self.named(folder)
        if named_after(path, self.name):
            return self.owner_of_folder(path.parent)
        return Owner(path.stem)

    def owner_of_folder(self, folder: Path) -> Owner:
        """nbgrader's folders bear the assignment's name, and lie in the student's."""
        folder = Path(os.path.abspath(folder))
        while folder.name == self.name and folder.parent.name:
            folder = folder.parent
        return self.named(folder)

    def named(self, folder: Path) -> Owner:
        """Whose a student's folder is by its own name."""
        return owners.of_folder(folder.name, self.name, (folder / owners.OF_CLASSROOM50).is_file())

    def home(self, path: Path, owner: Owner) -> Path:
        """The folder in which an owner's things lie, as it is when the whole class is looked at."""
        path = Path(os.path.abspath(path))
        return next((folder.parent for folder in path.parents if folder.name == owner.name), path.parent)
