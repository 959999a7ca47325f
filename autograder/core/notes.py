"""Sentences in a report that a program has to find again: what kind a sentence is of.

It is a message or a text like every other one. A message shows its kind by its template, and the text of a report that was
written without messages by its first words.
"""

from __future__ import annotations

from enum import StrEnum

from autograder.core.languages import joined, message
from autograder.core.languages.messages import Message


class NoteKind(StrEnum):
    """What a note is about."""

    OTHER = ""
    OTHER_PAGE = "other page"  # of the same student, beside the one that counts
    SAME_WEIGHTS = "same weights"  # as in other submissions of the class
    SAME_FILE = "same file"
    SAME_ANSWERS = "same answers"


SENTENCES = {
    NoteKind.SAME_WEIGHTS: message("The same trained weights are in: {names}."),
    NoteKind.SAME_FILE: message("The same file was submitted by: {names}."),
    NoteKind.SAME_ANSWERS: message("The same answers, apart from layout, were submitted by: {names}."),
}
COUNTS = message("{page} was graded.")
FORMER = {  # in reports that earlier versions of the kit wrote
    NoteKind.SAME_FILE: "The very same file was handed in by: ",
    NoteKind.SAME_ANSWERS: "The same answers, up to the layout, were handed in by: ",
}
OF_CLASS = frozenset(SENTENCES)  # what only the whole class shows
_BY_TEMPLATE = {one.template: kind for kind, one in SENTENCES.items()}


class Note(str):
    """A text of a report without messages, and its kind."""

    kind: NoteKind

    def __new__(cls, text: str, kind: NoteKind = NoteKind.OTHER) -> Note:
        note = super().__new__(cls, text)
        note.kind = kind
        return note


def of_class(kind: NoteKind, names: list[str]) -> str:
    """What a submission has in common with others.

    Example:
        >>> note = of_class(NoteKind.SAME_FILE, ["ada", "ben"])
        >>> note, kind_of(note), kind_of(read_note(str(note)))
        ('The same file was submitted by: ada, ben.', <NoteKind.SAME_FILE: 'same file'>, <NoteKind.SAME_FILE: 'same file'>)
    """
    return SENTENCES[kind].having(names=", ".join(names))


def of_other_page(counts: str, said: str) -> str:
    """What is said of a page beside the one that counts (its file's name)."""
    return joined([COUNTS.having(page=counts), said])


def read_note(text: str, source: str = "") -> Note:
    """A note out of a report's file that has no message of it.

    Args:
        source: the name of the file that was graded.
    """
    first = [*((kind, one.template.partition("{")[0]) for kind, one in SENTENCES.items()), *FORMER.items()]
    if source:
        first += [(NoteKind.OTHER_PAGE, f"{source} was {word}. ") for word in ("graded", "judged")]
    return Note(text, next((kind for kind, words in first if text.startswith(words)), NoteKind.OTHER))


def kind_of(note: str) -> NoteKind:
    """Of any sentence in a report; most are no more than that."""
    if isinstance(note, Note):
        return note.kind
    if not isinstance(note, Message):
        return NoteKind.OTHER
    if note.parts:
        first = note.parts[0]
        return NoteKind.OTHER_PAGE if isinstance(first, Message) and first.template == COUNTS.template else NoteKind.OTHER
    return _BY_TEMPLATE.get(note.template, NoteKind.OTHER)
