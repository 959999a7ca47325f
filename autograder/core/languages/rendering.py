"""A message in the reader's language. Sentences that have no translation stay English, each by itself."""

from __future__ import annotations

from typing import Any

from autograder.core.languages import templates
from autograder.core.languages.choice import reading
from autograder.core.languages.messages import ENGLISH, Message, message, plural

DECIMALS = {  # the decimal sign and the one between thousands, where they are others than in English
    **dict.fromkeys(("da", "de", "el", "es", "id", "it", "nl", "pt", "tr"), ",."),
    **dict.fromkeys(("bg", "cs", "fi", "fr", "nb", "pl", "ru", "sk", "sv", "uk"), ",\u00a0"),
}


def in_language(text: str, language: str) -> str:
    """A text in a language, as a plain text; what is not a message stays as it is.

    Example:
        >>> in_language(message("{call} gave None.", call="f(1)"), "en")
        'f(1) gave None.'
    """
    if language == ENGLISH or not isinstance(text, Message):
        return str(text)
    from autograder.core.languages import catalogue, particles  # not for English

    if text.parts:
        return text.separator.join(in_language(one, language) for one in text.parts)
    template: str | None = text.template
    if not (text.values and templates.is_structure(text.template)):
        template = catalogue.translated(text, language)
    if template is None:
        return str(text)
    if not text.values:
        return template
    values: dict[str, Any] = {
        name: in_language(value, language) if isinstance(value, str) else value for name, value in text.values.items()
    }
    choose = particles.particle if language.startswith("ko") else None
    return templates.fill(template, values, choose, DECIMALS.get(language.partition("-")[0], ".,"))


def shown(text: str) -> str:
    """A text in the language that the reader has chosen."""
    return in_language(text, reading())


def number_shown(text: str) -> str:
    """A number that is written as in English, as the reader's language writes it.

    Example:
        >>> number_shown("2.5")
        '2.5'
    """
    decimals = DECIMALS.get(reading().partition("-")[0])
    return text.translate({ord("."): decimals[0], ord(","): decimals[1]}) if decimals else text


def spoken(template: str, /, **values: Any) -> str:
    """A sentence of the engine in the language that the reader has chosen; for what prints, not for what judges.

    Example:
        >>> spoken("{number} of {all}", number=2, all=3)
        '2 of 3'
    """
    return shown(message(template, **values))


def spoken_plural(one: str, many: str, count: float, /, **values: Any) -> str:
    """``spoken`` for a sentence with a number."""
    return shown(plural(one, many, count, **values))
