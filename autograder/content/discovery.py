"""Which files are submissions, and whose they are.

Nothing is left out in silence: a student without a page is named, and so are pages beside the one that counts.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from autograder.content import archives, owners
from autograder.content.archives import ZIP
from autograder.content.assignment import Assignment
from autograder.content.folder_entries import entries, leads_out
from autograder.content.folder_layout import AmbiguousFolder, FolderLayout
from autograder.content.owners import Owner
from autograder.content.page_choice import Choice, choose
from autograder.content.page_file import is_page
from autograder.content.student_files import Collector, StudentFiles
from autograder.core import file_names, files
from autograder.core.file_names import few
from autograder.core.languages import message

NBGRADER = "nbgrader_config.py"


@dataclass(frozen=True)
class Handed:
    """One submitted file and whose it is; ``variant``: of the assignment, by which it is judged."""

    name: str
    path: Path
    variant: str = ""

    @property
    def file(self) -> str:
        """The file's own name, as it can be shown."""
        return file_names.shown(self.path.name)


@dataclass(frozen=True)
class Discovery:
    """What lies in the files and folders of a class.

    Attributes:
        handed: the submissions, in order of name; every name once.
        without: who has no page, and what there is instead.
        worked: who has other pages on which something was begun, and these, with names to show.
        twice: names that were given because another file has the student's: ``{"ada-2": "ada"}``.
        owners: name -> what else its file's name says.
        passed_over: files beside the pages that are neither pages nor a student's.
    """

    handed: list[Handed]
    without: dict[str, str] = field(default_factory=dict)
    worked: dict[str, list[tuple[str, Path]]] = field(default_factory=dict)
    twice: dict[str, str] = field(default_factory=dict)
    owners: dict[str, Owner] = field(default_factory=dict)
    passed_over: list[str] = field(default_factory=list)


def collect(
    paths: Iterable[Path],
    assignment: Assignment,
    *,
    known: Collection[str] = (),
    scratch: Path | None = None,
    aside: Collection[Path] = (),
    student: str = "",
) -> Discovery:
    """Finds the submissions in files, folders and zips.

    A file is one submission. A folder holds one submission per file, or one folder or zip per student (as nbgrader, Moodle,
    Canvas and Classroom 50 lay them out), or it is one student's; ``page_choice`` says which of a student's pages counts. A link
    that leads out of the folder is not a page, and no student's folder.

    Args:
        paths: files and folders that exist.
        known: names of submissions from before, which tell a student's folder from a class's.
        scratch: a private folder for what is unpacked; without it zips are only mentioned.
        aside: folders that are not looked at, such as that of the reports.
        student: whose all of it is, where the paths do not say.

    Raises:
        Suspicious: a folder may be a student's or a class's, or holds folders of classes.
    """
    search = _Search(assignment, frozenset(known), scratch, {os.path.realpath(path) for path in aside}, student)
    for path in paths:
        search.look(path)
    return search.found()


def of_student(folder: Path, assignment: Assignment, scratch: Path | None = None) -> tuple[Choice | None, str]:
    """Which page in one student's folder counts, or None; then the text says what there is instead."""
    student = StudentFiles(Owner(folder.name), folder)
    Collector(scratch).fill(student, folder)
    if not student.pages:
        return None, few(student.instead)
    return choose([path for _shown, path in student.pages], assignment), ""


class _Search:
    """Looks for what is whose; see ``collect``."""

    def __init__(
        self, assignment: Assignment, known: frozenset[str], scratch: Path | None, aside: set[str], student: str
    ) -> None:
        self.assignment = assignment
        self.known = known
        self.aside = aside
        self.student = student
        self.layout = FolderLayout(assignment.name, known)
        self.collector = Collector(scratch)
        self.students: dict[tuple[str, str], StudentFiles] = {}
        self.passed_over: list[str] = []

    def found(self) -> Discovery:
        found = Discovery([], passed_over=self.passed_over)
        for student in sorted(self.students.values(), key=lambda one: one.owner.name):  # of one name: as they were named
            self._ask_which(student)
            name = self._free(student, found)
            found.owners[name] = student.owner
            unique = list({os.path.realpath(path): (shown, path) for shown, path in reversed(student.pages)}.values())[
                ::-1
            ]
            if not unique:
                found.without[name] = few(student.instead) or message("empty folder")
                continue
            choice = choose([path for _shown, path in unique], self.assignment)
            found.handed.append(Handed(name, choice.page))
            names = {path: file_names.shown(shown) for shown, path in unique}
            if choice.worked:
                found.worked[name] = [(names[path], path) for path in choice.worked]
        found.handed.sort(key=lambda one: one.name)
        return found

    def look(self, path: Path) -> None:
        """Takes in what was named on the command line."""
        if self.student:
            student = self._files_of(Owner(self.student), Path())
            self.collector.fill(student, path) if path.is_dir() else self.collector.add(student, path, path.name)
        elif path.is_dir():
            self._folder(path)
        elif path.suffix.lower() == ZIP:
            self._zip(path)
        else:
            owner = self.layout.owner_of(path)
            student = self._files_of(owner, self.layout.home(path, owner))
            if (what := files.kind(path)) != files.FILE:
                student.instead.append(message("{file}, {what}", file=file_names.shown(path.name), what=what))
            else:
                student.pages.append((path.name, path))

    def _zip(self, path: Path) -> None:
        """A zip that was named: a class as it was downloaded, or what one student has submitted."""
        inside, problem = self.collector.unpack(path, archives.OF_CLASS, zips=True)
        if inside is None:
            raise AmbiguousFolder(message("{path} cannot be unpacked: {problem}. Unpack it by hand, then grade the folder.", path=path, problem=problem))
        owner = self.layout.owner_of(path)
        folder = inside
        while not self.layout.is_students(folder) and len(there := entries(folder)) == 1 and os.path.isdir(there[0]):
            if self.layout.is_students(there[0]) and not self.layout.reads_as_owner(there[0]):
                break
            folder = there[0]
        before = set(self.students)
        if owner.platform or (owner.name in self.known) or self.layout.is_students(folder):
            self.collector.add_unpacked(self._files_of(owner, self.layout.home(path, owner)), path, path.name, inside)
            return
        self._class(folder, path, zipped=True)
        new = [key for key in self.students if key not in before]
        if len(new) == 1 and not self.students[new[0]].owner.platform and self.students[new[0]].owner.name not in self.known:
            student = self.students.pop(new[0])  # of one student's: the zip's name says more than that of a folder in it
            mine = self._files_of(owner, self.layout.home(path, owner))
            mine.pages += [(f"{path.name}/{shown}", page) for shown, page in student.pages]
            mine.instead += student.instead

    def _folder(self, folder: Path) -> None:
        """A folder that was named: a class's, or one student's."""
        if os.path.isfile(folder / NBGRADER):
            raise AmbiguousFolder(
                message(
                    "{folder} is an nbgrader course. Grade it with   {command}   or name the folder with the submissions.",
                    folder=folder, command=f"autograder grade --course {folder}",
                )
            )  # fmt: skip
        owner = self.layout.owner_of_folder(folder)
        inside = {entry.name if os.path.isdir(entry) else entry.stem for entry in entries(folder)}
        if owner.platform or (owner.name in self.known and not inside & self.known):
            self.collector.fill(self._files_of(owner, self.layout.home(folder / self.assignment.name, owner)), folder)
        elif self.layout.is_students(folder):
            self.layout.ask_if_class(folder)
            self.collector.fill(self._files_of(owner, self.layout.home(folder / self.assignment.name, owner)), folder)
        else:
            self._class(folder, folder)

    def _class(self, folder: Path, named: Path, zipped: bool = False) -> None:
        """Every entry of a class's folder belongs to a student.

        Args:
            named: what was named on the command line. zipped: it is the zip from which the folder came.
        """
        there = [entry for entry in entries(folder) if os.path.realpath(entry) not in self.aside]
        folders = [entry for entry in there if os.path.isdir(entry) and not leads_out(entry, folder)]
        self.layout.ask_if_above(folders, named, zipped)
        loose = owners.of_loose(entry.name for entry in there if not os.path.isdir(entry))
        for entry in there:
            if leads_out(entry, folder):
                if is_page(entry) or os.path.isdir(entry):
                    self._files_of(Owner(entry.name), folder).instead.append(message("a link to another place"))
            elif os.path.isdir(entry):
                self.collector.fill(self._files_of(self.layout.named(entry), folder), entry)
            elif not os.path.isfile(entry):
                if is_page(entry) or os.path.islink(entry):
                    self._files_of(Owner(entry.stem), folder).instead.append(message("{file}, {what}", file=file_names.shown(entry.name), what=files.kind(entry)))
            elif entry.name in loose or is_page(entry) or entry.suffix.lower() == ZIP:
                owner = loose.get(entry.name) or Owner(entry.stem)
                self.collector.add(self._files_of(owner, folder), entry, entry.name)
            else:
                self.passed_over.append(file_names.shown(entry.name))

    def _ask_which(self, student: StudentFiles) -> None:
        """Of two students of one name that were graded before, this could be either."""
        name = student.owner.name
        second = f"{name}-2"
        alone = [one.owner.name for one in self.students.values()].count(name) == 1
        if (
            alone
            and not self.student
            and not student.owner.platform
            and second in self.known
            and not self._is_there(second)
        ):
            raise AmbiguousFolder(
                message(
                    "Earlier runs have two students called {name}: {name} and {second}. Name the one that this page belongs to:   "
                    "--student {name}   or grade both again.",
                    name=name, second=second,
                )
            )  # fmt: skip

    def _is_there(self, name: str) -> bool:
        return any(one.owner.name == name for one in self.students.values())

    def _files_of(self, owner: Owner, place: Path) -> StudentFiles:
        """What is known to be one student's; a platform's students are the same wherever their files lie."""
        key = (owner.name, "" if owner.platform or self.student else os.path.abspath(place))
        student = self.students.setdefault(key, StudentFiles(owner, place))
        if owner.late and not student.owner.late:
            student.owner = owner
        return student

    def _free(self, student: StudentFiles, found: Discovery) -> str:
        """A name that is still free."""
        first = file_names.shown(student.owner.name)
        name, number = first, 2
        while name in found.owners:
            name, number = f"{first}-{number}", number + 1
        if name != first:
            found.twice[name] = first
        return name
