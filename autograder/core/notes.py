"""Sentences in a report that a program has to find again: each knows what kind it is.

A note is a text and is written down as one, so that a report's file stays as it was; when it is read back, its first words
say the kind.
"""

from __future__ import annotations

from enum import StrEnum


class NoteKind(StrEnum):
    """What a note is about."""

    OTHER = ""
    OTHER_PAGE = "other page"  # of the same student, beside the one that counts
    SAME_WEIGHTS = "same weights"  # as in other submissions of the class
    SAME_FILE = "same file"
    SAME_ANSWERS = "same answers"


FIRST_WORDS = {
    NoteKind.SAME_WEIGHTS: "The same trained weights are in: ",
    NoteKind.SAME_FILE: "The same file was submitted by: ",
    NoteKind.SAME_ANSWERS: "The same answers, apart from layout, were submitted by: ",
}
FORMER = {  # in reports that earlier versions of the kit wrote
    NoteKind.SAME_FILE: "The very same file was handed in by: ",
    NoteKind.SAME_ANSWERS: "The same answers, up to the layout, were handed in by: ",
}
OF_CLASS = frozenset(FIRST_WORDS)  # what only the whole class shows


class Note(str):
    """A sentence and its kind.

    Example:
        >>> note = Note.of_class(NoteKind.SAME_FILE, ["ada", "ben"])
        >>> note, note.kind, read_note(str(note)).kind is note.kind
        ('The same file was submitted by: ada, ben.', <NoteKind.SAME_FILE: 'same file'>, True)
    """

    kind: NoteKind

    def __new__(cls, text: str, kind: NoteKind = NoteKind.OTHER) -> Note:
        note = super().__new__(cls, text)
        note.kind = kind
        return note

    @classmethod
    def of_class(cls, kind: NoteKind, names: list[str]) -> Note:
        """What a submission has in common with others."""
        return cls(f"{FIRST_WORDS[kind]}{', '.join(names)}.", kind)

    @classmethod
    def of_other_page(cls, counts: str, said: str) -> Note:
        """What is said of a page beside the one that counts (its file's name)."""
        return cls(f"{counts} was graded. {said}", NoteKind.OTHER_PAGE)


def read_note(text: str, source: str = "") -> Note:
    """A note out of a report's file.

    Args:
        source: the name of the file that was graded.
    """
    first = [*FIRST_WORDS.items(), *FORMER.items()]
    if source:
        first += [(NoteKind.OTHER_PAGE, f"{source} was {word}. ") for word in ("graded", "judged")]
    return Note(text, next((kind for kind, words in first if text.startswith(words)), NoteKind.OTHER))


def kind_of(note: str) -> NoteKind:
    """Of any sentence in a report; most are no more than that."""
    return note.kind if isinstance(note, Note) else NoteKind.OTHER
