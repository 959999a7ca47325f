"""What was measured, as sentences and tables: for the terminal, and for RESULTS.md."""

from __future__ import annotations

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
        table(["", "what", "measured", "must be", "reached"], promised) if promised else "",
        HARDER if harder else "",
        table(["", "what", "measured", "would be", "reached"], harder) if harder else "",
        "## The machine",
        "\n".join(machine),
        *(section.markdown() for section in sections),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table whose source can be read, too."""
    widths = [max(len(row[place]) for row in [head, *rows]) for place in range(len(head))]
    lines = [head, ["-" * width for width in widths], *rows]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    )


def _gap(unit: str) -> str:
    return "" if unit == "×" else " "
