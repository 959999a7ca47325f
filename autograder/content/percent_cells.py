"""A page of an author, in py:percent form, as cells: kind, name and text of each, and what its marker line says beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from autograder.core.languages import message

MARKER = re.compile(r'^# %%(?: (?P<title>\w+))?(?: \[(?P<kind>markdown|raw)\])?(?: original="(?P<original>[0-9a-f]*)")?[ \t]*$')
CODE = "code"


@dataclass(frozen=True)
class PercentCell:
    """One cell.

    Attributes:
        kind: ``markdown``, ``raw`` or ``code``.
        title: its name, from the marker line; may be empty.
        source: the lines below the marker line, without blank lines at the end.
        line: of the marker line in the file.
        original: of a translation: the hash of the text that was translated; empty if none is noted.
    """

    kind: str
    title: str
    source: str
    line: int
    original: str = ""

    @property
    def name(self) -> str:
        """How a message calls it."""
        if self.title:
            return message("the cell {name}", name=self.title)
        return message("the {kind} cell that begins in line {line}", kind=self.kind, line=self.line)


def percent_cells(text: str) -> list[PercentCell]:
    """The cells of a page; what is above the first marker line is in none.

    Example:
        >>> [(cell.kind, cell.title) for cell in percent_cells("# %% [markdown]\\n# Hello\\n\\n# %% setup\\nimport json\\n")]
        [('markdown', ''), ('code', 'setup')]
    """
    lines = text.split("\n")
    marks = [(number, mark) for number, line in enumerate(lines) if (mark := MARKER.match(line))]
    ends = [*(number for number, _mark in marks[1:]), len(lines)]
    return [
        PercentCell(
            mark["kind"] or CODE,
            mark["title"] or "",
            "\n".join(lines[number + 1 : end]).rstrip("\n"),
            number + 1,
            mark["original"] or "",
        )
        for (number, mark), end in zip(marks, ends, strict=True)
    ]


def with_originals(text: str, originals: list[str]) -> str:
    """The page with other notes in its marker lines.

    Args:
        originals: for each cell, the hash to note there; empty for none.
    """
    remaining = iter(originals)

    def marked(line: str) -> str:
        mark = MARKER.match(line)
        if not mark:
            return line
        bare = line[: mark.start("original") - len(' original="')] if mark["original"] is not None else line.rstrip()
        noted = next(remaining)
        return f'{bare} original="{noted}"' if noted else bare

    return "\n".join(map(marked, text.split("\n")))
