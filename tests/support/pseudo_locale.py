"""English with accents, and 40 % longer: a language that anybody can read, in which a sentence that is not translated stands out.

It is made in memory from the sentences that translators get, so a sentence that no translator would ever see stays plain.
"""

from __future__ import annotations

import contextlib
import math
import re
from collections.abc import Iterator

from autograder.authoring import translations
from autograder.core.languages import catalogue, templates
from autograder.core.languages.choice import reading_in
from autograder.core.languages.messages import ENGINE, Message

NAME = "en-XA"
LONGER = 0.4
ACCENTS = str.maketrans("AEIOUYaeiouycnsz", "ÅÉÎÖÛÝåéîöûýçñšž")
PLAIN_WORDS = re.compile(r"(?<![\w`'\"./-])[A-Za-z]{2,}(?:[,;:]? [A-Za-z]{2,}){2,}(?![\w`(/=])")


def accented(template: str) -> str:
    """A template in the pseudo-locale; its holes stay.

    Example:
        >>> accented("{call} gave None.")
        '{call} gåvé Ñöñé.~~~~'
    """
    parts, end = [], 0
    for hole in templates.HOLE.finditer(template):
        parts += [template[end : hole.start()].translate(ACCENTS), hole[0]]
        end = hole.end()
    parts.append(template[end:].translate(ACCENTS))
    letters = len(templates.HOLE.sub("", template).strip())
    whole = "".join(parts)
    bare = whole.rstrip()
    return bare + "~" * math.ceil(LONGER * letters) + whole[len(bare) :]


@contextlib.contextmanager
def pseudo_locale() -> Iterator[None]:
    """For a while, this process speaks the pseudo-locale."""
    known = {one.template for one in translations.engine_texts()}

    def translate(message: Message) -> str | None:
        chosen = message.template if message.plural is None or message.number == 1 else message.plural
        return accented(chosen) if message.domain != ENGINE or message.template in known else None

    catalogue.translate_by(NAME, translate)
    try:
        with reading_in(NAME):
            yield
    finally:
        catalogue.translate_by(NAME, None)


def untranslated(text: str) -> list[str]:
    """What in a shown text is plain English: three words or more without an accent.

    Example:
        >>> untranslated("Îñ åll öf thém: there is nothing here.")
        ['there is nothing here']
    """
    return [" ".join(found[0].split()) for found in PLAIN_WORDS.finditer(text)]
