"""What judging has found, kept by what it depends on: nothing is judged twice, and an interrupted run goes on.

The unit is an exercise of a page, or rather the statements that its function needs (its slice). Its key is the hash of
these and of everything else that the result depends on (``dependencies``). In a class, ``return images / 255.0`` comes many
times: where every check has passed and there is no note for a person, the result counts for every page with the same slice.
Any other result is kept for the page that it was found in: its messages name lines and cells of that page.

What was found of a page as a whole (notes, where its functions are) is kept under the hash of its content, so that a
page of which everything is known need not be read again.

What is taken from here is a shortcut: a share of it is judged in full as well (``grading.recheck``). A class in which that
has come out differently is judged without this shortcut, and the folder remembers it.

A file that cannot be read, or holds something else than its name says, is as good as none. JSON, never a pickle; and where
a page could have written into the folder (isolation ``none``), nothing is kept or read.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from autograder.cache import dependencies, signed_store
from autograder.content import variant_folder, variant_uses
from autograder.content.assignment import Assignment
from autograder.core.languages.messages import as_plain, from_plain
from autograder.core.records import TIMES, Outcome, Report, Status
from autograder.core.settings import Settings
from autograder.core.shortcuts import ALL, NONE, Shortcut

FOLDER = ".results"
MOST = 2000  # results held in memory


@dataclass(frozen=True)
class PageFacts:
    """What is known of a page before any exercise is judged.

    Attributes:
        report: without exercises.
        hashes: function -> hash of its slice; empty where the page has none.
        lines: exercise to judge -> the line in which its function begins, or None; in the order in which they are judged.
        place: hash of the page's content and name.
    """

    report: Report
    hashes: dict[str, str]
    lines: dict[str, int | None]
    place: str = ""


@dataclass(frozen=True)
class Known:
    """What is known of an exercise.

    Attributes:
        part: the report on it alone. shortcuts: by which work was saved. place: of the page that it was judged for.
    """

    part: Report
    shortcuts: frozenset[Shortcut]
    place: str


class ResultCache:
    """What was found before, in this run and in earlier ones.

    Args:
        assignment, settings: what is judged, and how.
        folder: where it is kept from one run to the next, out of every submission's reach; None to keep it as long as
            this object lives, and then only what others may use.
        afresh: forget what is there.

    Attributes:
        lost: shortcuts that this class is judged without. differences: why: submission -> sentences.
    """

    def __init__(
        self, assignment: Assignment, settings: Settings, folder: Path | None = None, afresh: bool = False
    ) -> None:
        self.assignment = assignment
        self.settings = settings
        self.folder = folder
        self.memory: OrderedDict[str, Known] = OrderedDict()  # key -> what everybody may use
        names = settings.exercises or tuple(exercise.name for exercise in assignment.exercises)
        self.depends = {name: dependencies.exercise_key(assignment, name, settings) for name in names}
        self.called = {name: dependencies.called(assignment, name) for name in names}
        self._in_variants: dict[tuple[str, str], str] = {}
        self.lost = NONE
        self.differences: dict[str, tuple[str, ...]] = {}
        if afresh and folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
        self._read_lost()

    # -- a page --------------------------------------------------------------------------------------------------------

    def page(self, filename: str, content: bytes, variant: str = "") -> PageFacts | None:
        """What is known of a page, if it was read before for the same variant."""
        place = place_of(filename, content)
        found = self._read(self._page_key(place, variant))
        try:
            facts = found and PageFacts(
                signed_store.report(found),
                {str(name): str(digest) for name, digest in found["hashes"].items()},
                {str(name): line for name, line in found["lines"].items()},
                place,
            )
        except signed_store.DAMAGED:
            return None
        return facts

    def keep_page(self, facts: PageFacts) -> None:
        if facts.report.status is Status.GRADED:
            self._write(
                self._page_key(facts.place, facts.report.variant),
                {"hashes": facts.hashes, "lines": facts.lines, **signed_store.plain(facts.report)},
            )

    # -- an exercise ---------------------------------------------------------------------------------------------------

    def key(self, facts: PageFacts, exercise: str) -> str:
        """The hash of everything that the result depends on; the same for all who have written the same."""
        depends = self._depends(exercise, facts.report.variant)
        return dependencies.hash_of([exercise, depends, {name: facts.hashes[name] for name in self.called[exercise]}])

    def _depends(self, exercise: str, variant: str) -> str:
        """What an exercise depends on in a variant. An exercise that no value of it touches is that of the ordinary assignment."""
        own = variant_uses.variant_of(self.assignment, exercise, variant)
        if not own:
            return self.depends[exercise]
        if (exercise, own) not in self._in_variants:
            assignment = variant_folder.of(self.assignment, own)
            self._in_variants[exercise, own] = dependencies.exercise_key(assignment, exercise, self.settings)
        return self._in_variants[exercise, own]

    def known(self, facts: PageFacts, exercise: str) -> Known | None:
        """What is known of this exercise, if it need not be judged.

        Where it was judged for another page it took no time, and the line is this page's.
        """
        key = self.key(facts, exercise)
        shared = (self.memory.get(key) or self._entry(key, exercise)) if self.shares else None
        if shared is not None and is_everybodys(shared.part) and not shared.shortcuts & self.lost:
            self._remember(key, shared)
            (result,) = shared.part.exercises
            own = replace(result, line=facts.lines[exercise])
            times = {} if shared.place == facts.place else dict.fromkeys(TIMES, 0.0)
            part = replace(shared.part, exercises=(own,), **times)
            is_own = shared.place == facts.place and Shortcut.STORED in shared.shortcuts
            return replace(shared, part=part, shortcuts=shared.shortcuts | (NONE if is_own else {Shortcut.SAME_ANSWER}))
        found = self._entry(_own(key, facts.place), exercise)
        return found if found is not None and not found.shortcuts & self.lost else None

    def keep(self, facts: PageFacts, exercise: str, part: Report, shortcuts: frozenset[Shortcut] = NONE) -> None:
        """Takes note of what judging an exercise has found. What is broken is judged again another time.

        Args:
            shortcuts: by which work was saved.
        """
        if part.broken or part.status is not Status.GRADED:
            return
        key = self.key(facts, exercise)
        if self.shares and is_everybodys(part):
            self._remember(key, Known(part, shortcuts, facts.place))
        else:
            key = _own(key, facts.place)
        if part.isolation != "none":
            entry = {"exercise": exercise, "place": facts.place, "shortcuts": sorted(one.name for one in shortcuts)}
            self._write(key, {**entry, **signed_store.plain(part)})

    def _remember(self, key: str, known: Known) -> None:
        self.memory[key] = known
        self.memory.move_to_end(key)
        while len(self.memory) > MOST:
            self.memory.popitem(last=False)

    def _entry(self, key: str, exercise: str) -> Known | None:
        """A result of an earlier run, or of another one just now."""
        found = self._read(key)
        try:
            if found is None:
                return None
            shortcuts = frozenset(Shortcut[name] for name in found.get("shortcuts", ()))
            known = Known(signed_store.report(found), shortcuts | {Shortcut.STORED}, str(found["place"]))
        except signed_store.DAMAGED:
            return None
        fits = [one.name for one in known.part.exercises] == [exercise]
        return known if fits and known.part.dataset in ("", self.dataset) else None

    # -- shortcuts that this class has lost ------------------------------------------------------------------------------

    @property
    def shares(self) -> bool:
        """Whether pages with the same answer get the same result."""
        return Shortcut.SAME_ANSWER not in self.lost

    def lose(self, shortcuts: Iterable[Shortcut], differences: Mapping[str, Iterable[str]]) -> None:
        """From now on the class is judged without these, also in later runs, as long as the same kit judges by the same checks.

        Args:
            differences: submission -> sentences about what came out differently in full.
        """
        self.lost |= frozenset(shortcuts)
        for name, sentences in differences.items():
            self.differences[name] = tuple(dict.fromkeys([*self.differences.get(name, ()), *sentences]))
        if self.folder is None or self.settings.isolation == "none":
            return
        content = {"key": self._lost_key, "lost": sorted(one.name for one in self.lost), "differences": self._plain_differences}
        path = self._path(self._lost_key)
        signed_store.write(path, content)
        try:
            written = signed_store.read(path) == json.loads(json.dumps(content))
        except signed_store.DAMAGED:
            written = False
        if not written:  # a full disk: then nothing may be taken from here again
            shutil.rmtree(self.folder, ignore_errors=True)

    def _read_lost(self) -> None:
        found = self._read(self._lost_key)
        try:
            if found is not None:
                self.lost = frozenset(Shortcut[name] for name in found["lost"])
                self.differences = {str(name): tuple(map(from_plain, said)) for name, said in found["differences"].items()}
        except signed_store.DAMAGED:  # it has our signature: whatever it says, something was lost
            self.lost = ALL

    @property
    def _plain_differences(self) -> dict[str, list[Any]]:
        return {name: [as_plain(one) for one in said] for name, said in self.differences.items()}

    @cached_property
    def _lost_key(self) -> str:
        return dependencies.hash_of(["lost", self.depends])

    # -- files ---------------------------------------------------------------------------------------------------------

    def _read(self, key: str) -> dict | None:
        if self.folder is None or not self._path(key).exists() or not self.out_of_reach:
            return None
        if Shortcut.STORED in self.lost:
            return None
        try:
            found = signed_store.read(self._path(key))
            return found if found["key"] == key else None  # the hash shows who has written it, and not under which name
        except signed_store.DAMAGED:
            return None

    def _write(self, key: str, content: dict) -> None:
        """Not ``durable``: should the machine go down, the hash shows what is damaged, and that is judged again."""
        if self.folder is not None and self.settings.isolation != "none":
            signed_store.write(self._path(key), {"key": key, **content}, durable=False)

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.json"

    def _page_key(self, place: str, variant: str) -> str:
        about = [place, self.depends, *dependencies.texts(self.assignment), self.assignment.version]
        return dependencies.hash_of([*about, *([variant] if variant else [])])

    @cached_property
    def out_of_reach(self) -> bool:
        """Whether pages that are judged here are kept from reading and writing files."""
        from autograder.sandbox.launcher import files_out_of_reach  # here, because it needs NumPy

        return files_out_of_reach(self.settings.isolation)

    @cached_property
    def dataset(self) -> str:
        """The data set that is judged with now: another one where that which is asked for cannot be had."""
        return self.assignment.data_sets.name_now(self.settings.dataset or self.assignment.dataset)


def is_everybodys(part: Report) -> bool:
    """Whether who has written the same gets the same result: nothing in it belongs to one page."""
    asked = any(exercise.questions for exercise in part.exercises)  # they name lines
    return all(check.outcome is Outcome.PASSED for check in part.checks) and not part.suspicions and not asked


def place_of(filename: str, content: bytes) -> str:
    """Not by the student's name: what is in the file decides, and what its cells are called in messages."""
    name = filename.encode("utf-8", "surrogatepass")
    return hashlib.sha256(name + b"/" + content).hexdigest()


def _own(key: str, place: str) -> str:
    return dependencies.hash_of([key, place])
