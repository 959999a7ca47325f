"""Catalogues of translations, read when a language is first asked for, and then kept.

The engine's are ``autograder/locale/<language>/LC_MESSAGES/autograder.mo``, an assignment's ``<its folder>/locale/<language>.mo``.
A catalogue that cannot be read is as good as none.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.core.languages import templates
from autograder.core.languages.messages import ENGINE, Message

if TYPE_CHECKING:
    from gettext import GNUTranslations

ENGLISH = "en"
LOCALE = Path(__file__).parents[2] / "locale"

Translator = Callable[[Message], str | None]  # a message -> its template in the other language, or None

_folders: dict[str, Path] = {}
_made: dict[str, Translator] = {}


def is_of(assignment: str, folder: Path) -> None:
    """Takes note of where an assignment's catalogues are."""
    _folders[assignment] = folder / "locale"


def translate_by(language: str, translator: Translator | None) -> None:
    """Adds a language that has no file, or with None takes it away: for a test of what is translated at all."""
    if translator is None:
        _made.pop(language, None)
    else:
        _made[language] = translator


def languages() -> list[str]:
    """The languages that can be read, English first."""
    found = {path.parents[1].name for path in LOCALE.glob(f"*/LC_MESSAGES/{ENGINE}.mo")} | set(_made)
    found |= {path.stem for folder in _folders.values() for path in folder.glob("*.mo")}
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
    for domain in dict.fromkeys([message.domain, *([] if message.domain in (ENGINE, *_folders) else _folders)]):
        path = LOCALE / language / "LC_MESSAGES" / f"{ENGINE}.mo" if domain == ENGINE else _folders.get(domain, LOCALE) / f"{language}.mo"
        catalogue = _catalogue(path)
        found = None if catalogue is None else _ask(catalogue, message)
        if found:
            return found
    return None


def _ask(catalogue: GNUTranslations, message: Message) -> str | None:
    one, many, count, context = message.template, message.plural, message.number, message.context
    if many is not None and count is not None:
        found = catalogue.npgettext(context, one, many, count) if context else catalogue.ngettext(one, many, count)
        return found if found not in (one, many) else None
    found = catalogue.pgettext(context, one) if context else catalogue.gettext(one)
    return found if found != one else None


@functools.cache
def _catalogue(path: Path) -> GNUTranslations | None:
    from gettext import GNUTranslations

    try:
        with open(path, "rb") as file:
            return GNUTranslations(file)
    except (OSError, ValueError, LookupError, ArithmeticError):
        return None


def forget() -> None:
    """Reads the catalogues again when they are next asked for."""
    _catalogue.cache_clear()
