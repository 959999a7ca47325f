"""What was measured, as sentences and tables: for the terminal, and for RESULTS.md."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

HARDER = (
    "The same limits where they are not promised: a class in which no two answers to any exercise are alike, and a small "
    "class with everything that happens once, such as the import of TensorFlow."
)


@dataclass(frozen=True)
class Ratio:
    """One promise and what was measured.

    Attributes:
        part: of the benchmark; what: is compared.
        value: measured; target: what it must reach.
        at_most: the target is a most, not a least.
        unit: behind both numbers.
        harder: the same target in a case for which it is not promised; a miss is told, and no failure.
    """

    part: str
    what: str
    value: float
    target: float
    at_most: bool = False
    unit: str = "×"
    harder: bool = False

    @property
    def reached(self) -> bool:
        return self.value <= self.target if self.at_most else self.value >= self.target

    def cells(self) -> list[str]:
        bound = "at most" if self.at_most else "at least"
        shown = f"{self.value:.1f}{_gap(self.unit)}{self.unit}", f"{bound} {self.target:g}{_gap(self.unit)}{self.unit}"
        return [self.part, self.what, *shown, "yes" if self.reached else "**no**"]


@dataclass
class Section:
    """One part's results.

    Attributes:
        title: of the part; notes: sentences before the table.
        head, rows: the table; lines: of another program's output.
    """

    title: str
    notes: list[str] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    ratios: list[Ratio] = field(default_factory=list)

    def markdown(self) -> str:
        parts = [f"## {self.title}", *self.notes]
        if self.rows:
            parts.append(table(self.head, self.rows))
        if self.lines:
            parts.append("\n".join(["```text", *self.lines, "```"]))
        return "\n\n".join(parts)


def page(machine: list[str], sections: list[Section], took: float) -> str:
    """RESULTS.md: the promises first, then the machine, then each part."""
    ratios = [ratio for section in sections for ratio in section.ratios]
    promised = [ratio.cells() for ratio in ratios if not ratio.harder]
    harder = [ratio.cells() for ratio in ratios if ratio.harder]
    parts = [
        "# Benchmarks",
        "Written by `make bench`, all in one run on one machine: compare the ratios, not the seconds. "
        f"The run took {took / 60:.0f} minutes.",
        *_promises(promised, harder),
        "## The machine",
        "\n".join(machine),
        *(section.markdown() for section in sections),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def with_section(text: str, section: Section) -> str:
    """A page with one section put in the place of its earlier form, or at the end; its ratios are among the others at the top.

    Args:
        text: as ``page`` made it. section: its title's first word tells the sections apart.
    """
    cells = ([ratio.cells() for ratio in section.ratios if ratio.harder == harder] for harder in (False, True))
    return _with(text, section.title.split()[0], *cells, section.markdown())


def with_section_of(text: str, other: str, letter: str) -> str:
    """A page with one section of another page, as it stands there with its ratios; as it is, if the other one has none."""
    start, parts = _divided(other)
    mine = [part for part in parts if part.startswith(f"## {letter} ")]
    tables = _tables(start)
    rows = ([row for rows in some for row in rows if row[0] == letter] for some in (tables[:1], tables[1:]))
    return _with(text, letter, *rows, mine[0]) if mine else text


def _with(text: str, letter: str, promised: list[list[str]], harder: list[list[str]], section: str) -> str:
    start, parts = _divided(text)
    tables = _tables(start)
    old = ([row for rows in some for row in rows if row[0] != letter] for some in (tables[:1], tables[1:]))
    top = [block for block in start if block != HARDER and not block.startswith("|")]
    top += _promises(*(rows + more for rows, more in zip(old, (promised, harder), strict=True)))
    kept = [part for part in parts if not part.startswith(f"## {letter} ")]
    return "\n\n".join([*top, *kept, section]) + "\n"


def _divided(text: str) -> tuple[list[str], list[str]]:
    """The blocks above the first section, and the sections."""
    start, *parts = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    return start.strip().split("\n\n"), [part.strip() for part in parts]


def _tables(blocks: list[str]) -> list[list[list[str]]]:
    """The rows of each Markdown table, without its head."""
    found = [block.splitlines()[2:] for block in blocks if block.startswith("|")]
    return [[[cell.strip() for cell in line.strip("|").split("|")] for line in lines] for lines in found]


def _promises(promised: list[list[str]], harder: list[list[str]]) -> list[str]:
    """The tables at the top of the page, from the cells of ratios."""
    parts = [
        table(["", "what", "measured", "must be", "reached"], promised) if promised else "",
        HARDER if harder else "",
        table(["", "what", "measured", "would be", "reached"], harder) if harder else "",
    ]
    return [part for part in parts if part]


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table whose source can be read, too."""
    widths = [max(len(row[place]) for row in [head, *rows]) for place in range(len(head))]
    lines = [head, ["-" * width for width in widths], *rows]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    )


def _gap(unit: str) -> str:
    return "" if unit == "×" else " "
