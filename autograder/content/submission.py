"""A student's page with the definitions that it holds, and what is missing.

Reading a submission runs its definitions, not its demo (see ``slicing``).
"""

from __future__ import annotations

import ast
import difflib
import functools
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from autograder.content import page, page_file, page_reads
from autograder.content.code_cells import DEFINITION
from autograder.content.demo import CALLS, Demo
from autograder.content.page import Page
from autograder.content.page_remarks import PageRemarks
from autograder.content.slicing import Slice, Slicer
from autograder.content.statements import Statement, imported, page_statements
from autograder.core import file_names
from autograder.core.languages import joined

FEWEST_ALIKE = 3  # functions that identify a page: two people may well write the same single line


@dataclass(frozen=True)
class Submission:
    """One student's page.

    Attributes:
        name: the student's id or the file's stem.
        page: what was read.
        sha256: of the file's bytes.
        functions: names of the exercises; calling one at top level is demo.
        demo_names: names that the demo of the assignment's own page makes.
        demo_calls: see ``demo.Demo``.
    """

    name: str
    page: Page
    sha256: str
    functions: frozenset[str] = frozenset()
    demo_names: frozenset[str] = frozenset()
    demo_calls: frozenset[str] = CALLS

    @functools.cached_property
    def statements(self) -> list[Statement]:
        return page_statements(self.page)

    @property
    def makers(self) -> dict[str, list[Statement]]:
        """Name -> the statements that give it a value, in order."""
        return self._slicer.makers

    @property
    def defined(self) -> set[str]:
        return set(self.makers)

    def find(self, function: str) -> Slice | None:
        """What a function needs, or None if the page defines no such name."""
        found = self._cut(function)
        return found and found[0]

    def statements_of(self, function: str) -> list[Statement]:
        """The statements of ``find``, in the page's order; none if the page defines no such name."""
        found = self._cut(function)
        return found[1] if found else []

    def fingerprint(self, function: str) -> str:
        """The beginning of ``content_hash``, for a file that people look at."""
        return self.content_hash(function)[:16]

    def content_hash(self, function: str) -> str:
        """A hash of what a function needs: another one means that its checks may come out differently.

        Comments, layout and the rest of the page change nothing; nor does the order of imports, or one that comes twice,
        where that cannot matter. Empty if the page defines no such name.
        """
        found = self._cut(function)
        if found is None:
            return ""
        if function not in self._hashes:
            picked = found[1]
            imports = imported(picked)
            dumped = [ast.dump(one.node) for one in picked if imports is None or not one.is_import or one.is_future]
            text = repr([imports, dumped]).encode("utf-8", "backslashreplace")
            self._hashes[function] = hashlib.sha256(text).hexdigest()
        return self._hashes[function]

    @functools.cached_property
    def begun(self) -> tuple[str, ...]:
        """The exercises' functions that are not stubs any more, in order of name; also those that cannot be read."""
        broken = {name for cell in self.page.cells for name in cell.broken_names}
        return tuple(
            name
            for name in sorted(self.functions)
            if name in broken or ((found := self.find(name)) is not None and not found.is_stub)
        )

    @property
    def answers(self) -> str:
        """A hash of all functions that are begun, whatever the layout; empty where they are too few to distinguish two pages."""
        if len(self.begun) < min(FEWEST_ALIKE, len(self.functions)) or not self.begun:
            return ""
        hashes = repr([(name, self.content_hash(name)) for name in self.begun])
        return hashlib.sha256(hashes.encode()).hexdigest()[:16]

    def missing(self, function: str) -> str:
        """Why a function is not there, with near names, as one sentence."""
        return self._remarks.missing(function)

    def notes(self, functions: Iterable[str]) -> tuple[str, ...]:
        """Sentences about the page as a whole, and about how it defines some functions (see ``PageRemarks``)."""
        return self._remarks.notes(functions)

    def advice(self, function: str) -> str:
        """What stands out in a function's text that is often wrong; to be said only where an answer is wrong."""
        return self._remarks.advice(function)

    def reads(self, function: str) -> str:
        """What a function reads in place of its parameters; to be said only where an answer is wrong. May be empty."""
        return joined(page_reads.sentences(self, function))

    @property
    def demo_made(self) -> set[str]:
        """Names to which the demonstration of this page or of the assignment's own gives a value."""
        return self._slicer.demo.made | self._slicer.demo.names

    @functools.cached_property
    def _remarks(self) -> PageRemarks:
        return PageRemarks(self)

    @property
    def is_of_another_assignment(self) -> bool:
        """Whether the page has none of the functions that are asked for, in whatever state, nor any that is called alike."""
        meant = {name for cell in (*self.page.cells, *self.page.prose) for name in DEFINITION.findall(cell.source)}
        found = self.defined | meant
        if not self.functions or self.functions & found:  # a page may have tens of thousands of names to compare
            return False
        alike = (difflib.get_close_matches(name, found, n=1, cutoff=0.7) for name in self.functions)
        return not any(alike)

    def _cut(self, function: str) -> tuple[Slice, list[Statement]] | None:
        if function not in self._slices:
            self._slices[function] = self._slicer.cut(function)
        return self._slices[function]

    @functools.cached_property
    def _slicer(self) -> Slicer:
        return Slicer(self.page, self.statements, Demo(self.statements, self.functions, self.demo_names, self.demo_calls))

    @functools.cached_property
    def _slices(self) -> dict[str, tuple[Slice, list[Statement]] | None]:
        return {}

    @functools.cached_property
    def _hashes(self) -> dict[str, str]:
        return {}


def read_submission(
    path: Path,
    name: str = "",
    functions: frozenset[str] = frozenset(),
    demo_names: frozenset[str] = frozenset(),
    demo_calls: frozenset[str] = CALLS,
) -> Submission:
    """Reads a student's file.

    Args:
        path: a ``.py`` or ``.ipynb`` file.
        name: who it is from; the file's stem if empty.
        functions, demo_names, demo_calls: see ``Submission``.

    Raises:
        Unreadable: see ``page.read_page``.
    """
    shown, stem = file_names.shown(path.name), file_names.shown(path.stem)
    return from_bytes(page_file.read_bytes(path), shown, name or stem, functions, demo_names, demo_calls)


def from_bytes(
    data: bytes,
    filename: str,
    name: str,
    functions: frozenset[str] = frozenset(),
    demo_names: frozenset[str] = frozenset(),
    demo_calls: frozenset[str] = CALLS,
) -> Submission:
    """Like ``read_submission``, for a file's content.

    Raises:
        Unreadable: see ``page.parse``.
    """
    return Submission(name, page.parse(data, filename), hashlib.sha256(data).hexdigest(), functions, demo_names, demo_calls)


def from_source(
    source: str,
    name: str,
    functions: frozenset[str] = frozenset(),
    demo_names: frozenset[str] = frozenset(),
    label: str = "",
    demo_calls: frozenset[str] = CALLS,
) -> Submission:
    """A submission from text, as if it had been a script."""
    content = page.parse(source.encode(), label or f"{name}.py")
    return Submission(name, content, hashlib.sha256(source.encode()).hexdigest(), functions, demo_names, demo_calls)
