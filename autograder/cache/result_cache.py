"""What judging has found, kept exercise by exercise: an interrupted run goes on, a changed check costs its exercise only.

One file for each page that was judged, named after the hash of its content; in it one entry for each exercise, with a
key that is the hash of everything the result depends on. Pages of equal content share their results. What cannot be read,
or belongs to another key, is as good as none. JSON, never a pickle; and where a page could have written into the folder
(isolation ``none``), nothing is kept or read.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from autograder.cache import signed_store
from autograder.cache.dependencies import exercise_key
from autograder.content.assignment import Assignment, in_turn
from autograder.core.merge import together
from autograder.core.records import Report, Status
from autograder.core.settings import Settings

FOLDER = ".results"


@dataclass(frozen=True)
class Known:
    """What is remembered of one page.

    Attributes:
        page: the report without its exercises, or None.
        parts: exercise -> the report on it alone.
    """

    page: Report | None
    parts: dict[str, Report]


class Results:
    """What earlier runs found.

    Args:
        folder: where it is kept, from one run to the next; out of every submission's reach.
        assignment, settings: what is judged, and how.
        afresh: forget what is there.
    """

    def __init__(self, folder: Path, assignment: Assignment, settings: Settings, afresh: bool = False) -> None:
        self.folder = folder
        self.assignment = assignment
        self.settings = settings
        wanted = settings.exercises or tuple(exercise.name for exercise in assignment.exercises)
        self.keys = {name: exercise_key(assignment, name, settings) for name in wanted}
        if afresh:
            shutil.rmtree(folder, ignore_errors=True)

    @property
    def shared(self) -> Path:
        """Where grading processes tell each other of right answers (see ``answer_cache``)."""
        return self.folder / "passed"

    def find(self, filename: str, content: bytes) -> Known:
        """What is known of a page, under keys that are still valid."""
        path = self._path(filename, content)
        if not path.exists() or not self.out_of_reach:
            return Known(None, {})
        try:
            page, entries = _read(path)
        except signed_store.DAMAGED:
            return Known(None, {})
        parts = {name: part for name, (its_key, part) in entries.items() if its_key == self.keys.get(name)}
        return Known(page, {name: part for name, part in parts.items() if part.dataset in ("", self.dataset)})

    def whole(self, name: str, known: Known) -> Report | None:
        """The report on somebody's page, if every exercise is known."""
        return self._together(name, known) if known.page and known.parts.keys() == self.keys.keys() else None

    def completed(self, name: str, filename: str, content: bytes, fresh: Known, lasting: frozenset[str]) -> Report:
        """The report on a page of which some exercises were judged just now, and the others are known.

        Args:
            fresh: what was judged. lasting: exercises in it of which another day will tell the same.
        """
        before = self.find(filename, content)
        self._keep(filename, content, before, fresh, lasting)
        return self._together(name, Known(fresh.page, before.parts | fresh.parts))

    def _together(self, name: str, known: Known) -> Report:
        order = [exercise.name for exercise in self.assignment.exercises]
        turns = [exercise.name for exercise in in_turn(self.assignment.exercises)]
        parts = [known.parts[exercise] for exercise in turns if exercise in known.parts]
        return replace(together(known.page, parts, order), submission=name)

    def _keep(self, filename: str, content: bytes, before: Known, fresh: Known, lasting: frozenset[str]) -> None:
        new = {
            name: part
            for name, part in fresh.parts.items()
            if name in lasting and part.isolation != "none" and not part.broken
        }
        if not new or self.settings.isolation == "none" or fresh.page.status is not Status.GRADED:
            return
        parts = before.parts | new
        entries = {name: {"key": self.keys[name], **signed_store.plain(part)} for name, part in parts.items()}
        signed_store.write(self._path(filename, content), {"page": signed_store.plain(fresh.page), "exercises": entries})

    @cached_property
    def out_of_reach(self) -> bool:
        """Whether pages that are judged here are kept from reading and writing files."""
        from autograder.sandbox.launcher import files_out_of_reach  # here, because it needs NumPy

        return files_out_of_reach(self.settings.isolation)

    @cached_property
    def dataset(self) -> str:
        """The data set that is judged with now: another one where that which is asked for cannot be had."""
        from autograder import datasets  # as above; the first run into a folder asks for neither

        return datasets.shared(self.settings.dataset or self.assignment.dataset).name

    def _path(self, filename: str, content: bytes) -> Path:
        """Not by the student's name: what is in the file decides, and what its cells are called in messages."""
        name = filename.encode("utf-8", "surrogatepass")
        return self.folder / f"{hashlib.sha256(name + b'/' + content).hexdigest()}.json"


def _read(path: Path) -> tuple[Report, dict[str, tuple[str, Report]]]:
    """(the page, exercise -> (key, part)) of a file.

    Raises:
        one of ``signed_store.DAMAGED``: it is damaged, or none of ours.
    """
    content = signed_store.read(path)
    entries = {name: (str(entry["key"]), signed_store.report(entry)) for name, entry in content["exercises"].items()}
    if any([one.name for one in part.exercises] != [name] for name, (_key, part) in entries.items()):
        raise ValueError("an entry of another exercise")
    return signed_store.report(content["page"]), entries
