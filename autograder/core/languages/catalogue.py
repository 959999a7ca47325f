"""Catalogues of translations, read when a language is first asked for, and then kept.

The engine's are ``autograder/locale/<language>/LC_MESSAGES/autograder.po``, an assignment's ``<its folder>/locale/<language>.po``.
A catalogue that cannot be read is as good as none.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

from autograder.core.languages import po_file, templates
from autograder.core.languages.messages import ENGINE, ENGLISH, Message
from autograder.core.languages.places import folders
from autograder.core.languages.po_file import PoCatalogue

LOCALE = Path(__file__).parents[2] / "locale"

Translator = Callable[[Message], str | None]  # a message -> its template in the other language, or None

_made: dict[str, Translator] = {}


def translate_by(language: str, translator: Translator | None) -> None:
    """Adds a language that has no file, or with None takes it away: for a test of what is translated at all."""
    if translator is None:
        _made.pop(language, None)
    else:
        _made[language] = translator


def languages() -> list[str]:
    """The languages that can be read, English first."""
    found = {path.parents[1].name for path in LOCALE.glob(f"*/LC_MESSAGES/{ENGINE}.po")} | set(_made)
    found |= {path.stem for folder in _all_folders() for path in folder.glob("*.po")}
    return [ENGLISH, *sorted(found - {ENGLISH})]


def translated(message: Message, language: str) -> str | None:
    """The template of a message in another language; None where there is none, or one whose holes do not fit."""
    if language in _made:
        found = _made[language](message)
    else:
        found = _in_files(message, language)
    if found is None or not message.values:
        return found
    others = () if message.plural is None else (message.plural,)
    return found if templates.fits(found, message.template, *others) else None


def _in_files(message: Message, language: str) -> str | None:
    for path in catalogues_of(message.domain, language):
        texts = _catalogue(path)
        if texts is None:
            continue
        number = None if message.plural is None else message.number
        found = texts.find(message.context, message.template, number) or texts.find("", message.template, number)
        if found:
            return found
    return None


def catalogues_of(domain: str, language: str) -> list[Path]:
    """The files in which a sentence of a domain is looked for, in this order; those of all assignments where it is not known."""
    if domain == ENGINE:
        return [engine_catalogue(language)]
    return [folder / f"{language}.po" for folder in folders.get(domain, ()) or _all_folders()]


def engine_catalogue(language: str) -> Path:
    """The file of the engine's catalogue."""
    return LOCALE / language / "LC_MESSAGES" / f"{ENGINE}.po"


def _all_folders() -> list[Path]:
    return [one for known in folders.values() for one in known]


@functools.cache
def _catalogue(path: Path) -> PoCatalogue | None:
    try:
        return po_file.read(path)
    except (OSError, ValueError):
        return None

