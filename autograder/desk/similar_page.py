"""Pairs of answers beside each other, as a page: the shared parts are marked. It says what is there, and accuses no student."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from autograder.core.languages import message, spoken
from autograder.core.languages.rendering import spoken_plural
from autograder.grading.similar.class_answers import ClassAnswer, ClassRead
from autograder.grading.similar.pairs import SimilarPair
from autograder.grading.similar.token_rows import Span
from autograder.reports.html.rendering import render
from autograder.reports.wording import count

SENTENCE = message("These two answers share more than others of this exercise do.")
OF_A_PAGE = message("These two pages share more than others of this class do.")
WHAT_IT_MEANS = message(
    "This is about the text and the behaviour of answers, and is not an accusation. Two students who learn together, follow the "
    "same book or think alike may write the same. Look at both answers, and talk with both students. No mark depends on it."
)
MOST_PAIRS = 60  # on one page


class LinePart(NamedTuple):
    """A part of a line, and whether both answers have it."""

    text: str
    shared: bool


@dataclass(frozen=True)
class MarkedLine:
    """One line of an answer."""

    number: int
    parts: tuple[LinePart, ...]

    @property
    def shared(self) -> bool:
        return any(one.shared for one in self.parts)


@dataclass(frozen=True)
class PairShown:
    """A pair with both answers, as templates show it; ``address`` is that of the pair's own page, or empty."""

    number: int
    pair: SimilarPair
    sides: tuple[tuple[str, tuple[MarkedLine, ...]], ...]
    address: str = ""

    @property
    def exercise(self) -> str:
        return self.pair.exercise or message("the whole page")

    @property
    def sentence(self) -> str:
        return SENTENCE if self.pair.exercise else OF_A_PAGE


def shown(number: int, pair: SimilarPair, read: ClassRead, address: str = "", people: dict[str, str] | None = None) -> PairShown:
    """A pair as it is shown.

    Args:
        people: how a student is called, where that is not the name in ``pair``.
    """
    answers = {one.student: one for one in read.answers if one.exercise == pair.exercise}
    sides = tuple(
        ((people or {}).get(name, name), marked_lines(answers[name], spans) if name in answers else ())
        for name, spans in ((pair.one, pair.marked), (pair.other, pair.other_marked))
    )
    return PairShown(number, pair, sides, address)


def marked_lines(answer: ClassAnswer, spans: Sequence[Span]) -> tuple[MarkedLine, ...]:
    """The lines of an answer, each divided where shared parts begin and end."""
    found = []
    for line in answer.lines:
        text = line.text.encode("utf-8", "surrogatepass")
        mine = [span for span in spans if span.cell == line.cell and span.line <= line.number <= span.end_line]
        indent = len(text) - len(text.lstrip())
        ranges = sorted((max(indent, one.column if one.line == line.number else 0), one.end_column if one.end_line == line.number else len(text)) for one in mine)
        found.append(MarkedLine(line.number, tuple(_parts(text, ranges))))
    return tuple(found)


def _parts(text: bytes, ranges: Sequence[tuple[int, int]]) -> list[LinePart]:
    """
    Args:
        ranges: shared parts in bytes, in order; they may overlap.
    """
    parts: list[LinePart] = []
    place = 0
    for begin, end in ranges:
        begin, end = max(begin, place), min(end, len(text))
        if begin < end:
            parts += [LinePart(_text(text[place:begin]), False), LinePart(_text(text[begin:end]), True)]
            place = end
    parts.append(LinePart(_text(text[place:]), False))
    return [one for one in parts if one.text]


def _text(part: bytes) -> str:
    return part.decode("utf-8", "replace")


def page(title: str, pairs: Sequence[SimilarPair], read: ClassRead) -> str:
    """A self-contained page for instructors with the first pairs of a class."""
    found = [shown(number, one, read) for number, one in enumerate(pairs[:MOST_PAIRS], 1)]
    return render(
        "similar_page.html.j2",
        package="autograder.desk",
        title=spoken("Similar answers: {assignment}", assignment=title),
        pairs=found,
        more=len(pairs) - len(found),
        said=summary(read, len(pairs)),
        meaning=WHAT_IT_MEANS,
        left_out=not_compared(read),
    )


def summary(read: ClassRead, pairs: int) -> str:
    """How many pairs of how many answers are listed.

    Example:
        >>> summary(ClassRead(3, (), {}, ()), 0)
        '3 pages, 0 answers: no pair shares more than others of its exercise do.'
    """
    of = {"pages": count(read.pages, "page"), "answers": count(len(read.answers), "answer")}
    if not pairs:
        return spoken("{pages}, {answers}: no pair shares more than others of its exercise do.", **of)
    return spoken_plural(
        "{pages}, {answers}: {count} pair shares more than others of its exercise do.",
        "{pages}, {answers}: {count} pairs share more than others of their exercise do.",
        pairs, **of,
    )  # fmt: skip


def not_compared(read: ClassRead, people: dict[str, str] | None = None) -> list[str]:
    """Sentences about pages and answers that were left out."""
    return [message("{name}: {why}", name=(people or {}).get(name, name), why=why) for name, why in read.left_out]
