"""Words about texts."""

from __future__ import annotations

from autograder.core.languages import message
from autograder.expectations.answer import fail_closed
from autograder.expectations.value_words import ValueWords, flat, in_words, shortened


@fail_closed
class TextWords(ValueWords):
    """What can be said about a text."""

    def says(self, expected: str, any_case: bool = False, any_blanks: bool = False, hidden: bool = True, hint: str = "") -> None:
        """The answer is this text.

        Args:
            any_case: capital and small letters count as the same.
            any_blanks: blanks, tabs and line breaks may be more or fewer, and may be at either end; no word may be joined or divided.
            hidden: the expected text is left out of the message.
        """
        given, expected = self._text(hint), str(expected)
        self._compares(given, expected)
        if _alike(given, any_case, any_blanks) == _alike(expected, any_case, any_blanks):
            return
        almost = ""
        if _alike(given, True, any_blanks) == _alike(expected, True, any_blanks):
            almost = message(" Only capital and small letters are different.")
        elif "".join(given.split()) == "".join(expected.split()):
            almost = message(" Only blanks or line breaks are different.")
        right = message(", which is not right") if hidden else message("; expected {shortened}", shortened=shortened(expected))
        self.fail(message("{call} gave {shortened}{right}.{almost}", shortened=shortened(given), right=right, almost=almost), ("says", given[:400]), hint)

    def mentions(self, *parts: str, any_case: bool = True, hidden: bool = True, hint: str = "") -> None:
        """The answer is a text in which each of these parts occurs."""
        given = self._text(hint)
        missing = [part for part in parts if _alike(part, any_case, True) not in _alike(given, any_case, True)]
        if missing:
            right = message("something is missing in it") if hidden else message("expected {missing} in it", missing=repr(missing[0]))
            self.fail(message("{call} gave {shortened}; {right}.", shortened=shortened(given), right=right), ("mentions", len(missing), given[:400]), hint)

    def _text(self, hint: str) -> str:
        self._is_something()
        given = flat(self.answer.value)
        if type(given) is not str:
            shown = in_words(given) if type(given) in (int, float, bool) else self._kind_words()
            self.fail(message("{call} gave {shown}; expected a text.", shown=shown), ("no text", self.answer.type_name, shortened(given)), hint)
        return str(given)


def _alike(text: str, any_case: bool, any_blanks: bool) -> str:
    text = " ".join(text.split()) if any_blanks else text
    return text.casefold() if any_case else text
