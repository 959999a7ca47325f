"""Marks in an assignment's files: which texts of the lines below them stand for a value of a variant.

A file is written with the values of the ordinary assignment, and is what it is without its marks. A mark is a whole line, in
any file of the assignment that has comments with ``#``: the page, its translations, checks, mistakes, alternatives, settings::

    ### VARIANT 255 is {white}
    def scale(numbers):
        return numbers / 255
    ### END VARIANT

Up to ``### END VARIANT``, or to the end of the file, each ``255`` that is a whole word is the value of ``white``. Several
marks may follow each other. What is in braces is a parameter of ``[variants]`` in the settings, or one entry of a parameter
that is a table: ``{label.first}``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

BEGIN, END = "### VARIANT", "### END VARIANT"
MARK = re.compile(rf"^[ \t]*{BEGIN} (?P<text>\S.*?) is (?P<form>\S.*?)[ \t]*$")
HOLE = re.compile(r"\{(\w+)(?:\.(\w+))?\}")
Value = str | int | float | Mapping[str, "str | int | float"]
Values = Mapping[str, Value]


@dataclass(frozen=True)
class VariantMark:
    """One mark.

    Attributes:
        line: in the file. text: what is written below it. form: the same with parameters in braces.
    """

    line: int
    text: str
    form: str

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """The parameters in it, each with the entry that is asked for, or an empty text."""
        return tuple((name, entry) for name, entry in HOLE.findall(self.form))

    def filled(self, values: Values) -> str:
        """The text for these values.

        Raises:
            KeyError: there is no such parameter, or it has no such entry, or it is a table and no entry is named.
        """

        def value(hole: re.Match[str]) -> str:
            name, entry = hole.groups()
            found = values[name]
            if isinstance(found, Mapping) != bool(entry):
                raise KeyError(name)
            return str(found[entry] if isinstance(found, Mapping) else found)

        return HOLE.sub(value, self.form)


@dataclass(frozen=True)
class VariantLine:
    """A line that is not a mark.

    Attributes:
        number: in the file. text: without its end. marks: those that it is below.
    """

    number: int
    text: str
    marks: tuple[VariantMark, ...]

    def with_texts(self, other: Callable[[VariantMark], str]) -> str:
        """The line with something else in the place of each text that a mark names."""
        if not self.marks:
            return self.text
        by_text = {mark.text: mark for mark in self.marks}
        longest_first = sorted(by_text, key=len, reverse=True)
        pattern = "|".join(map(_as_word, longest_first))
        return re.sub(pattern, lambda found: other(by_text[found[0]]), self.text)

    def found(self) -> set[VariantMark]:
        """The marks whose texts are in the line."""
        seen: set[VariantMark] = set()

        def note(mark: VariantMark) -> str:
            seen.add(mark)
            return mark.text

        self.with_texts(note)
        return seen


def is_mark(line: str) -> bool:
    """Whether a line is a mark, or the end of marks."""
    return line.strip().startswith((f"{BEGIN} ", END)) or line.strip() == BEGIN


def lines(text: str) -> Iterator[VariantLine]:
    """The lines of a file that are not marks, each with the marks that it is below."""
    marks: tuple[VariantMark, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        if not is_mark(line):
            yield VariantLine(number, line, marks)
        elif line.strip() == END:
            marks = ()
        elif found := MARK.match(line):
            marks = (*marks, VariantMark(number, found["text"], found["form"]))


def without_marks(text: str) -> str:
    """A file as it is in the ordinary assignment.

    Example:
        >>> without_marks("### VARIANT 255 is {white}\\nwhite = 255\\n### END VARIANT\\n")
        'white = 255\\n'
    """
    return text if BEGIN not in text and END not in text else "\n".join(line.text for line in lines(text))


def filled(text: str, values: Values) -> str:
    """A file as it is in the variant with these values.

    Example:
        >>> filled("### VARIANT 255 is {white}\\nwhite = 255  # not 2555\\n", {"white": 100})
        'white = 100  # not 2555\\n'
    """
    return "\n".join(line.with_texts(lambda mark: mark.filled(values)) for line in lines(text))


def marks(text: str) -> list[VariantMark]:
    """All marks of a file, in order."""
    numbered = enumerate(text.split("\n"), 1)
    return [VariantMark(number, found["text"], found["form"]) for number, line in numbered if (found := MARK.match(line))]


def _as_word(text: str) -> str:
    """A pattern for a text that is not a part of a longer word or number; an underscore at its end may go on.

    Behind a name in Korean there may be a particle without a blank.
    """
    before = r"(?<![A-Za-z0-9_.])" if text[0].isdigit() else r"(?<![A-Za-z0-9_])" if text[0].isalpha() else ""
    after = r"(?![A-Za-z0-9_])" if text[-1].isalnum() else ""
    return f"{before}{re.escape(text)}{after}"
