"""A figure in words, in a report: a sentence, and a table of what is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from autograder.core.languages.messages import Message, as_plain
from autograder.core.recorded_messages import KEY, TEXTS, restored_one

MOST_WORDS = 40  # of a sentence
MOST_ROWS = 400  # of a table
LONGEST_CELL = 300  # characters
LONGEST_TABLE = 24_000  # characters of all cells together


class FigureRow(NamedTuple):
    """One thing that is drawn. Each cell is a text, or a message where it can be read in another language.

    Attributes:
        part: where: ``axes 1``, or empty for the whole figure. what: ``title``, ``x axis``, ``bar``, ``image``, ….
        name: what is written at it, or the place on the axis. value: its number, size or range.
    """

    part: str
    what: str
    name: str = ""
    value: str = ""


@dataclass(frozen=True)
class FigureText:
    """A figure in words, for those who cannot see it and for places that cannot show it; empty where there is no figure.

    Attributes:
        sentence: at most 40 words. rows: at most 400 of them, with at most 24,000 characters together.

    Raises:
        ValueError: it is larger, or a part is not a text.

    Example:
        >>> text = FigureText("Bar chart with 2 bars.", (FigureRow("axes 1", "bar", "0", "3"), FigureRow("axes 1", "bar", "1", "5")))
        >>> print(text.as_text())
        Bar chart with 2 bars.
        axes 1	bar	0	3
        axes 1	bar	1	5
    """

    sentence: str = ""
    rows: tuple[FigureRow, ...] = ()

    def __post_init__(self) -> None:
        cells = [cell for row in self.rows for cell in row]
        if not TEXTS.issuperset(map(type, [self.sentence, *cells])) or any(len(row) != 4 for row in self.rows):
            raise ValueError("a part of a figure's text is not a text")
        sizes = len(self.sentence.split()) <= MOST_WORDS, len(self.rows) <= MOST_ROWS, sum(map(len, cells)) <= LONGEST_TABLE
        if not all(sizes) or max(map(len, [self.sentence, *cells])) > 3 * LONGEST_CELL:
            raise ValueError("a figure's text is too long")

    def __bool__(self) -> bool:
        return bool(self.sentence or self.rows)

    def as_text(self) -> str:
        """The sentence, and each row of the table as a line with tabs between its four cells."""
        return "\n".join([self.sentence, *("\t".join(row) for row in self.rows)])

    def to_dict(self) -> dict[str, Any]:
        """As JSON can hold it: the texts, and beside them what those that are messages are made of, each once."""
        texts = [self.sentence, *(cell for row in self.rows for cell in row)]
        made = {str(one): as_plain(one) for one in texts if isinstance(one, Message)}
        return {"sentence": self.sentence, "rows": [list(row) for row in self.rows]} | ({KEY: made} if made else {})

    @classmethod
    def from_dict(cls, content: Any) -> FigureText:
        """The inverse of ``to_dict``.

        Raises:
            AttributeError, KeyError, TypeError, ValueError: it is something else.
        """
        kept = content.get(KEY)
        known = {text: found for text, made in (kept if type(kept) is dict else {}).items() if type(found := restored_one(made, text)) is Message}
        rows = tuple(FigureRow(*(known.get(cell, cell) for cell in row)) for row in content["rows"])
        return cls(known.get(content["sentence"], content["sentence"]), rows)
