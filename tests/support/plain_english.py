"""What of a shown page is not translated."""

import html
import re

from pseudo_locale import untranslated

from autograder.core.languages import Message

OF_STUDENTS = re.compile(r"user txt|alert|click|not red|no link|def plot_predictions|return None")  # what the sample's students wrote
COMMAND = re.compile(r"autograder [a-z]+(?: [A-Za-z_]+)?")
OF_PYTHON = re.compile(r"object has no attribute|positional arguments|required argument|was never closed|invalid syntax|expected an indented|division by zero|such file|end of document|^Expected .* after")
OF_AN_EXCEPTION = "error"  # the hole for what an exception says
NAMES, FORM = re.compile(r"\w+(, \w+)+"), "VARIANT TEXT is"


def plain_english(text: str) -> list[str]:
    """The parts of a page or of a terminal's text that are plain English; tags and styles are no text."""
    bare = re.sub(r"<style.*?</style>|<code[^>]*>.*?</code>|<pre[^>]*>.*?</pre>", " ", text, flags=re.S)
    bare = html.unescape(re.sub(r'\b(?:alt|aria-label)="([^"]*)"', r">\1<", bare))
    found = untranslated(COMMAND.sub("", re.sub(r"<[^>]*>", "\n", bare)))
    return [one for one in found if not OF_STUDENTS.search(one)]


def plain_parts(said: str) -> list[str]:
    """The parts of a sentence that no translator gets, without what Python and exceptions say: texts that were put together, and plain
    texts in holes.

    Example:
        >>> plain_parts(f"There is no {'such'} file.")
        ['There is no such file']
    """
    if isinstance(said, Message):
        inner = said.parts or tuple(one for name, one in said.values.items() if isinstance(one, str) and name != OF_AN_EXCEPTION)
        return [part for one in inner for part in plain_parts(one)]
    return [one for one in untranslated(said) if not is_no_sentence(one)]


def is_no_sentence(text: str) -> bool:
    """Whether plain English is what Python says, names in a row, or the form of a mark."""
    return bool(OF_PYTHON.search(text) or NAMES.fullmatch(text)) or text == FORM
