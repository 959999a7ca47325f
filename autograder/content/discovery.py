"""Which files are submissions, and whose they are.

Nobody may vanish in silence: who has no page is told, and so are pages that lie beside the one that counts. A student is the
same from wherever the path is given: ``subs/``, ``subs/ada`` and ``subs/ada/mnist.py`` all hold a page of ada's.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from autograder.content import archives, owners
from autograder.content.archives import PACKED, ZIP, Bounds, Unpackable
from autograder.content.assignment import Assignment
from autograder.content.owners import Owner
from autograder.content.page import ENDINGS
from autograder.content.page_choice import Choice, choose, named_after
from autograder.core import file_names, files

MOST_LISTED = 3  # files of a student's folder, by name
IGNORED = {"__pycache__", "__macosx", "checks", "node_modules", "site-packages", "$recycle.bin", "lost+found",
           "system volume information", "thumbs.db", "desktop.ini"}  # by tools and systems; names with a dot first, too  # fmt: skip
OWN_PYTHON = "pyvenv.cfg"  # a folder with it is no work of anybody's
NBGRADER = "nbgrader_config.py"
MANY = 3  # folders below one folder that make it a class


class AmbiguousFolder(ValueError):
    """What lies there may be meant in two ways. The text says what was seen and what to type for which."""


@dataclass(frozen=True)
class Handed:
    """One handed-in file and whose it is."""

    name: str
    path: Path

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
        owners: name -> what else its file's name told.
        passed_over: files beside the pages that are neither a page nor anybody's.
    """

    handed: list[Handed]
    without: dict[str, str] = field(default_factory=dict)
    worked: dict[str, list[tuple[str, Path]]] = field(default_factory=dict)
    twice: dict[str, str] = field(default_factory=dict)
    owners: dict[str, Owner] = field(default_factory=dict)
    passed_over: list[str] = field(default_factory=list)


@dataclass
class _Pile:
    """All that is one student's.

    Attributes:
        place: the folder that it was found in: what is of one name in one place is one student's.
        pages: with names to show. instead: what there is beside them, as told where there is no page.
    """

    owner: Owner
    place: Path
    pages: list[tuple[str, Path]] = field(default_factory=list)
    instead: list[str] = field(default_factory=list)


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
    Canvas and Classroom lay them out), or it is one student's; ``page_choice`` says which of a student's pages counts. A link
    that leads out of the folder is no page, and no student's folder.

    Args:
        paths: files and folders that exist.
        known: names of submissions from before, which tell a student's folder from a class's.
        scratch: a private folder for what is unpacked; without it zips are only told.
        aside: folders that are not looked at, such as that of the reports.
        student: whose all of it is, where the paths do not tell.

    Raises:
        Suspicious: a folder may be a student's or a class's, or holds folders of classes.
    """
    search = _Search(assignment, frozenset(known), scratch, {os.path.realpath(path) for path in aside}, student)
    for path in paths:
        search.look(path)
    return search.found()


def of_student(folder: Path, assignment: Assignment, scratch: Path | None = None) -> tuple[Choice | None, str]:
    """Which page in one student's folder counts, or None; then the text says what there is instead."""
    pile = _Pile(Owner(folder.name), folder)
    _Search(assignment, frozenset(), scratch, set(), "").fill(pile, folder)
    if not pile.pages:
        return None, few(pile.instead)
    return choose([path for _shown, path in pile.pages], assignment), ""


def leads_out(path: Path, folder: Path) -> bool:
    """Whether what seems to lie in a folder lies elsewhere, by a link. That is not read: it could be the answers."""
    try:
        return not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links in a circle lead nowhere
        return True


def few(names: list[str], most: int = MOST_LISTED) -> str:
    """The first of some names, and how many more there are.

    Example:
        >>> few(["a.py", "b.py", "c.py"], 2)
        'a.py, b.py, and 1 more'
    """
    more = [f"and {len(names) - most} more"] if len(names) > most else []
    return ", ".join(names[:most] + more)


def is_page(path: Path) -> bool:
    """Whether a file's name is a page's."""
    return path.suffix.lower() in ENDINGS


class _Search:
    """Looks for what is whose; see ``collect``."""

    def __init__(
        self, assignment: Assignment, known: frozenset[str], scratch: Path | None, aside: set[str], student: str
    ) -> None:
        self.assignment = assignment
        self.name = assignment.name
        self.known = known
        self.scratch = scratch
        self.aside = aside
        self.student = student
        self.piles: dict[tuple[str, str], _Pile] = {}
        self.passed_over: list[str] = []
        self.unpacked = 0

    def found(self) -> Discovery:
        found = Discovery([], passed_over=self.passed_over)
        for pile in sorted(self.piles.values(), key=lambda one: one.owner.name):  # of one name: as they were named
            self._ask_which(pile)
            name = self._free(pile, found)
            found.owners[name] = pile.owner
            unique = list({os.path.realpath(path): (shown, path) for shown, path in reversed(pile.pages)}.values())[
                ::-1
            ]
            if not unique:
                found.without[name] = file_names.shown(few(pile.instead)) or "empty folder"
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
            pile = self._pile(Owner(self.student), Path())
            self.fill(pile, path) if path.is_dir() else self._add(pile, path, path.name)
        elif path.is_dir():
            self._folder(path)
        elif path.suffix.lower() == ZIP:
            self._zip(path)
        else:
            owner = self._owner_of(path)
            pile = self._pile(owner, self._home(path, owner))
            if (what := files.kind(path)) != files.FILE:
                pile.instead.append(f"{path.name}, {what}")
            else:
                pile.pages.append((path.name, path))

    def fill(self, pile: _Pile, folder: Path, packed: bool = True) -> None:
        """Adds all of a student's folder, however deep.

        Args:
            packed: unpack the zips that lie in it; not those that came out of one.
        """
        for path in _below(folder):
            shown = path.relative_to(folder).as_posix()
            if leads_out(path, folder):
                pile.instead.append(f"{path.name}, a link to another place")
            elif os.path.isfile(path):
                self._add(pile, path, shown, packed)
            elif is_page(path) or not os.path.isdir(path):
                pile.instead.append(f"{path.name}, {files.kind(path)}")
        if closed := files.closed(folder):
            pile.instead.append(closed)

    # -- files and zips ------------------------------------------------------------------------------------------------

    def _add(self, pile: _Pile, path: Path, shown: str, packed: bool = True) -> None:
        """Adds one file of a student's."""
        if is_page(path):
            pile.pages.append((shown, path))
        elif path.suffix.lower() == ZIP and not packed:
            pile.instead.append(f"{path.name}, a zip in a zip: unpack it by hand")
        elif path.suffix.lower() == ZIP:
            self._add_zip(pile, path, shown)
        elif path.suffix.lower() in PACKED:
            pile.instead.append(f"{path.name}, an archive that is not a zip: unpack it by hand")
        elif (found := owners.of_platform(path.name)) and found.online or "onlinetext" in path.name:
            pile.instead.append(owners.ONLINE_TEXT)
        else:
            pile.instead.append(path.name)

    def _add_zip(self, pile: _Pile, path: Path, shown: str) -> None:
        inside, problem = self._unpack(path, archives.OF_STUDENT)
        if inside is None:
            pile.instead.append(f"{path.name}: {problem}")
        else:
            self._add_unpacked(pile, path, shown, inside)

    def _add_unpacked(self, pile: _Pile, path: Path, shown: str, inside: Path) -> None:
        within = _Pile(pile.owner, pile.place)
        self.fill(within, inside, packed=False)
        pile.pages += [(f"{shown}/{name}", page) for name, page in within.pages]
        if not within.pages:
            pile.instead.append(f"{path.name} with {few(within.instead) or 'nothing in it'}")

    def _unpack(self, path: Path, bounds: Bounds, zips: bool = False) -> tuple[Path | None, str]:
        """The folder with a zip's content, or why there is none."""
        if self.scratch is None:
            return None, "a zip, which is not unpacked here"
        self.unpacked += 1
        folder = self.scratch / str(self.unpacked) / "in"
        try:
            archives.unpack(path, folder, bounds, zips)
        except Unpackable as error:
            return None, str(error)
        return folder, ""

    def _zip(self, path: Path) -> None:
        """A zip that was named: a class as it was downloaded, or what one student has handed in."""
        inside, problem = self._unpack(path, archives.OF_CLASS, zips=True)
        if inside is None:
            raise AmbiguousFolder(f"{path} cannot be unpacked: {problem}. Unpack it by hand, then grade the folder.")
        owner = self._owner_of(path)
        folder = inside
        while not self._is_students(folder) and len(entries := _entries(folder)) == 1 and os.path.isdir(entries[0]):
            if self._is_students(entries[0]) and not self._reads_as_owner(entries[0]):
                break
            folder = entries[0]
        before = set(self.piles)
        if owner.platform or (owner.name in self.known) or self._is_students(folder):
            self._add_unpacked(self._pile(owner, self._home(path, owner)), path, path.name, inside)
            return
        self._class(folder, path, zipped=True)
        new = [key for key in self.piles if key not in before]
        if len(new) == 1 and not self.piles[new[0]].owner.platform and self.piles[new[0]].owner.name not in self.known:
            pile = self.piles.pop(new[0])  # of one student's: the zip's name says more than that of a folder in it
            mine = self._pile(owner, self._home(path, owner))
            mine.pages += [(f"{path.name}/{shown}", page) for shown, page in pile.pages]
            mine.instead += pile.instead

    def _reads_as_owner(self, folder: Path) -> bool:
        """Whether a folder's name tells whose it is, as a platform has named it."""
        return bool(owners.of_folder(folder.name, self.name).platform)

    # -- folders -------------------------------------------------------------------------------------------------------

    def _folder(self, folder: Path) -> None:
        """A folder that was named: a class's, or one student's."""
        if os.path.isfile(folder / NBGRADER):
            raise AmbiguousFolder(
                f"{folder} is an nbgrader course. Grade it with   autograder grade --course {folder}   or name the "
                f"folder with the submissions."
            )
        owner = self._owner_of_folder(folder)
        inside = {entry.name if os.path.isdir(entry) else entry.stem for entry in _entries(folder)}
        if owner.platform or (owner.name in self.known and not inside & self.known):
            self.fill(self._pile(owner, self._home(folder / self.name, owner)), folder)
        elif self._is_students(folder):
            self._ask_if_class(folder)
            self.fill(self._pile(owner, self._home(folder / self.name, owner)), folder)
        else:
            self._class(folder, folder)

    def _class(self, folder: Path, named: Path, zipped: bool = False) -> None:
        """Every entry of a class's folder is somebody's.

        Args:
            named: what was named on the command line. zipped: it is the zip from which the folder came.
        """
        entries = [entry for entry in _entries(folder) if os.path.realpath(entry) not in self.aside]
        folders = [entry for entry in entries if os.path.isdir(entry) and not leads_out(entry, folder)]
        self._ask_if_above(folders, named, zipped)
        loose = owners.of_loose(entry.name for entry in entries if not os.path.isdir(entry))
        for entry in entries:
            if leads_out(entry, folder):
                if is_page(entry) or os.path.isdir(entry):
                    self._pile(Owner(entry.name), folder).instead.append("a link to another place")
            elif os.path.isdir(entry):
                self.fill(self._pile(owners.of_folder(entry.name, self.name), folder), entry)
            elif not os.path.isfile(entry):
                if is_page(entry) or os.path.islink(entry):
                    self._pile(Owner(entry.stem), folder).instead.append(f"{entry.name}, {files.kind(entry)}")
            elif entry.name in loose or is_page(entry) or entry.suffix.lower() == ZIP:
                owner = loose.get(entry.name) or Owner(entry.stem)
                self._add(self._pile(owner, folder), entry, entry.name)
            else:
                self.passed_over.append(file_names.shown(entry.name))

    def _is_students(self, folder: Path) -> bool:
        """Whether a folder is one student's: a page of the assignment's name lies in it, or in its folder of that name."""
        places = (folder, folder / self.name)
        return any(is_page(entry) and named_after(entry, self.name) and owners.of_platform(entry.name) is None
                   for place in places for entry in _entries(place))  # fmt: skip

    def _ask_if_class(self, folder: Path) -> None:
        """A page of the assignment's name may be a student's, or the instructor's own beside those of a class."""
        below = [entry for entry in _entries(folder) if os.path.isdir(entry) and entry.name != self.name]
        students = [entry.name for entry in below if self._is_students(entry)]
        loose = [entry.name for entry in _entries(folder) if is_page(entry) and not named_after(entry, self.name)]
        several = students if len(students) > 1 else loose if len(loose) >= MANY else []
        if several:
            raise AmbiguousFolder(
                f"Is {folder} the folder of one student or of a class? It contains a page named {self.name} and, "
                f"beside it, {few(several)}. For one student:   --student NAME. For a class: name its folders or pages one by one, "
                f"without that page."
            )

    def _ask_if_above(self, folders: list[Path], named: Path, zipped: bool) -> None:
        """Whether these are students' folders, and not those of whole classes."""
        strong = [one for one in folders if self._holds_class(one, MANY)]
        weak = [one for one in folders if self._holds_class(one, 2) or self._holds_courses(one)]
        with_pages = [one for one in folders if any(map(is_page, _below(one)))]
        alone = len(with_pages) == 1 and self._holds_loose(with_pages[0])
        above = strong or (weak if weak and weak == with_pages else []) or (with_pages if alone else [])
        if above:
            holds = (
                f"{few([one.name for one in above])} {'contains' if len(above) == 1 else 'contain'} pages of several students"
            )
            way = (
                "Unpack it by hand, and name the folder with the students' folders."
                if zipped
                else f"Name the folder with the students' folders instead:   autograder grade {named / above[0].name}"
            )
            raise AmbiguousFolder(
                f"{named} seems to be above the folder with the submissions: {holds}. {way}   "
                "(If it belongs to one student: --student NAME.)"
            )

    def _ask_which(self, pile: _Pile) -> None:
        """Of two students of one name that were graded before, this could be either."""
        name = pile.owner.name
        second = f"{name}-2"
        alone = [one.owner.name for one in self.piles.values()].count(name) == 1
        if (
            alone
            and not self.student
            and not pile.owner.platform
            and second in self.known
            and not self._is_there(second)
        ):
            raise AmbiguousFolder(
                f"Earlier runs have two students called {name}: {name} and {second}. Name the one that this page "
                f"belongs to:   --student {name}   or grade both again."
            )

    def _is_there(self, name: str) -> bool:
        return any(one.owner.name == name for one in self.piles.values())

    def _holds_class(self, folder: Path, many: int) -> bool:
        if self._is_students(folder) or self._reads_as_owner(folder) or folder.name in self.known:
            return False
        entries = _entries(folder)
        inside = [
            one for one in entries if os.path.isdir(one) and (self._is_students(one) or self._reads_as_owner(one))
        ]
        loose = {
            owner.name for owner in owners.of_loose(one.name for one in entries if not os.path.isdir(one)).values()
        }
        return len(inside) >= many or len(loose) > 1

    def _holds_courses(self, folder: Path) -> bool:
        """``submitted/`` with a single student: ``submitted/ada/mnist/mnist.ipynb``."""
        below = [one for one in _entries(folder) if os.path.isdir(one)]
        nested = len(below) == 1 and below[0].name != self.name
        return not self._is_students(folder) and nested and _holds_page(below[0] / self.name)

    def _holds_loose(self, folder: Path) -> bool:
        """Several pages, none of which bears the assignment's name: those of several students, as it seems."""
        pages = [entry for entry in _entries(folder) if is_page(entry)]
        return len(pages) > 1 and not self._is_students(folder) and folder.name not in self.known

    # -- names ---------------------------------------------------------------------------------------------------------

    def _owner_of(self, path: Path) -> Owner:
        """Whose a file is that was named alone: its own name tells, or else the folder that it lies in."""
        path = Path(os.path.abspath(path))
        around = list(path.parents)[:4]
        beside = {path.name} if not around[0].is_dir() else {entry.name for entry in _entries(around[0])} | {path.name}
        if path.name in (loose := owners.of_loose(beside)):
            return loose[path.name]
        for folder in around:
            if folder.name and (
                self._reads_as_owner(folder) or (folder.name in self.known and path.stem not in self.known)
            ):
                return owners.of_folder(folder.name, self.name)
        if named_after(path, self.name):
            return self._owner_of_folder(path.parent)
        return Owner(path.stem)

    def _owner_of_folder(self, folder: Path) -> Owner:
        """nbgrader's folders bear the assignment's name, and lie in the student's."""
        folder = Path(os.path.abspath(folder))
        while folder.name == self.name and folder.parent.name:
            folder = folder.parent
        return owners.of_folder(folder.name, self.name)

    def _home(self, path: Path, owner: Owner) -> Path:
        """The folder in which an owner's things lie, as it is when the whole class is looked at."""
        path = Path(os.path.abspath(path))
        return next((folder.parent for folder in path.parents if folder.name == owner.name), path.parent)

    def _pile(self, owner: Owner, place: Path) -> _Pile:
        """What is known to be somebody's; a platform's students are the same wherever their files lie."""
        key = (owner.name, "" if owner.platform or self.student else os.path.abspath(place))
        pile = self.piles.setdefault(key, _Pile(owner, place))
        if owner.late and not pile.owner.late:
            pile.owner = owner
        return pile

    def _free(self, pile: _Pile, found: Discovery) -> str:
        """A name that is still free."""
        first = file_names.shown(pile.owner.name)
        name, number = first, 2
        while name in found.owners:
            name, number = f"{first}-{number}", number + 1
        if name != first:
            found.twice[name] = first
        return name


def _is_junk(path: Path) -> bool:
    """Left behind by a tool or a system: nobody's work."""
    return path.name.startswith(".") or path.name.casefold() in IGNORED or os.path.isfile(path / OWN_PYTHON)


def _entries(folder: Path) -> list[Path]:
    """What lies in a folder, in order of name, without what tools leave behind; nothing where it cannot be read."""
    try:
        return [entry for entry in sorted(folder.iterdir()) if not _is_junk(entry)]
    except OSError:
        return []


def _below(folder: Path) -> Iterable[Path]:
    """The files in a folder, however deep; links to folders are not followed, but told of."""
    for entry in _entries(folder):
        if os.path.isdir(entry) and not entry.is_symlink():
            if is_page(entry):
                yield entry
            yield from _below(entry)
        else:
            yield entry


def _holds_page(folder: Path) -> bool:
    return any(is_page(entry) for entry in _entries(folder))
