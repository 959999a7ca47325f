"""What one student has submitted: the pages, however deep in folders and zips, and what there is beside them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from autograder.content import archives, owners
from autograder.content.archives import PACKED, ZIP, Bounds, Unpackable
from autograder.content.folder_entries import below, leads_out
from autograder.content.owners import Owner
from autograder.content.page_file import is_page
from autograder.core import files
from autograder.core.file_names import few
from autograder.core.file_names import shown as readable
from autograder.core.languages import message, what_it_says


@dataclass
class StudentFiles:
    """All that is one student's.

    Attributes:
        place: the folder that they were found in: what has one name in one place is one student's.
        pages: with names to show.
        instead: what there is beside them, to say where there is no page.
    """

    owner: Owner
    place: Path
    pages: list[tuple[str, Path]] = field(default_factory=list)
    instead: list[str] = field(default_factory=list)


class Collector:
    """Takes the pages out of folders and zips.

    Args:
        scratch: a private folder for what is unpacked; without it zips stay packed.
    """

    def __init__(self, scratch: Path | None) -> None:
        self.scratch = scratch
        self.unpacked = 0

    def fill(self, student: StudentFiles, folder: Path, packed: bool = True) -> None:
        """Adds all of a student's folder, however deep.

        Args:
            packed: unpack the zips that lie in it; not those that came out of one.
        """
        for path in below(folder):
            shown = path.relative_to(folder).as_posix()
            if leads_out(path, folder):
                student.instead.append(message("{file}, {what}", file=readable(path.name), what=message("a link to another place")))
            elif os.path.isfile(path):
                self.add(student, path, shown, packed)
            elif is_page(path) or not os.path.isdir(path):
                student.instead.append(message("{file}, {what}", file=readable(path.name), what=files.kind(path)))
        if closed := files.closed(folder):
            student.instead.append(closed)

    def add(self, student: StudentFiles, path: Path, shown: str, packed: bool = True) -> None:
        """Adds one file of a student's."""
        if is_page(path):
            student.pages.append((shown, path))
        elif path.suffix.lower() == ZIP and not packed:
            student.instead.append(message("{file}, a zip in a zip: unpack it by hand", file=readable(path.name)))
        elif path.suffix.lower() == ZIP:
            self._add_zip(student, path, shown)
        elif path.suffix.lower() in PACKED:
            student.instead.append(message("{file}, an archive that is not a zip: unpack it by hand", file=readable(path.name)))
        elif (found := owners.of_platform(path.name)) and found.online or "onlinetext" in path.name:
            student.instead.append(owners.ONLINE_TEXT)
        else:
            student.instead.append(readable(path.name))

    def _add_zip(self, student: StudentFiles, path: Path, shown: str) -> None:
        inside, problem = self.unpack(path, archives.OF_STUDENT)
        if inside is None:
            student.instead.append(message("{file}: {problem}", file=readable(path.name), problem=problem))
        else:
            self.add_unpacked(student, path, shown, inside)

    def add_unpacked(self, student: StudentFiles, path: Path, shown: str, inside: Path) -> None:
        within = StudentFiles(student.owner, student.place)
        self.fill(within, inside, packed=False)
        student.pages += [(f"{shown}/{name}", page) for name, page in within.pages]
        if not within.pages:
            student.instead.append(message("{file} with {what}", file=readable(path.name), what=few(within.instead) or message("nothing in it")))

    def unpack(self, path: Path, bounds: Bounds, zips: bool = False) -> tuple[Path | None, str]:
        """The folder with a zip's content, or why there is none."""
        if self.scratch is None:
            return None, message("a zip, which is not unpacked here")
        self.unpacked += 1
        folder = self.scratch / str(self.unpacked) / "in"
        try:
            archives.unpack(path, folder, bounds, zips)
        except Unpackable as error:
            return None, what_it_says(error)
        return folder, ""
