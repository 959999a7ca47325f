"""The translated texts of an assignment: a gettext catalogue in ``locale/<language>.po``, read and written by Babel.

Babel is needed where assignments are written, not where they are used.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.authoring.assignment_texts import AssignmentText
from autograder.content.assignment import Assignment
from autograder.content.page_language import is_tag
from autograder.core.files import write_atomically
from autograder.core.languages import message

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

FOLDER = "locale"
FUZZY = "fuzzy"  # gettext's flag of a translation that a person must look at: it counts as none
HEADER = 'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
HEADER += '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals={count}; plural={rule};\\n"\n\n'


class CatalogueBroken(ValueError):
    """A catalogue cannot be read. The text names the file."""


def catalogues(assignment: Assignment) -> dict[str, Path]:
    """Language -> catalogue, of an assignment in the instructors' form."""
    found = sorted((assignment.folder / FOLDER).glob("*.po"))
    return {path.stem: path for path in found if is_tag(path.stem)}


def catalogue_of(assignment: Assignment, language: str) -> Path:
    """Where the translated texts in a language are, or will be. In the students' form there are those of the public checks."""
    return (assignment.folder / "checks" if assignment.public else assignment.folder) / FOLDER / f"{language}.po"


def read(path: Path) -> Catalog:
    """A catalogue; an empty one if the file is not there.

    Raises:
        CatalogueBroken: it is not a catalogue, or nothing is installed that reads one.
    """
    try:
        from babel.messages.catalog import Catalog
        from babel.messages.pofile import PoFileError, read_po
    except ImportError:
        raise CatalogueBroken(message("{file} is read by Babel, which is not installed:   {command}", file=path.name, command="pip install babel")) from None
    if not path.is_file():
        return Catalog(_locale(path.stem))
    try:
        return read_po(io.StringIO(path.read_text("utf-8")), _locale(path.stem), abort_invalid=True)
    except (OSError, ValueError, PoFileError) as error:
        raise CatalogueBroken(message("{file} cannot be read: {error}.", file=path.name, error=error)) from error


def updated(old: Catalog, texts: Collection[AssignmentText], of_checks: Iterable[tuple[str, str | None]] = ()) -> Catalog:
    """A catalogue of exactly these texts, with what has been translated.

    A text with another English wording than before keeps its translation, marked as one to look at. What has no context,
    such as the messages of words beside the checks, stays as it is.

    Args:
        of_checks: what the checks say themselves: a template, and that for other numbers than one or None.
    """
    from babel.messages.catalog import Catalog

    before = {message.context: message for message in old if message.id and message.context}
    fresh = Catalog(old.locale, charset="utf-8")
    for text in texts:
        known = before.get(text.context)
        said = known.string if known else ""
        flags = set(known.flags) if known else set()
        if known and said and known.id != text.english:
            flags.add(FUZZY)
        fresh.add(text.english, said, [(text.place, None)], flags, context=text.context)  # type: ignore[list-item]  # no lines
    for one in old:
        if one.id and not one.context:
            fresh.add(one.id, one.string, one.locations, one.flags)
    for text_of_one, of_many in of_checks:
        if fresh.get(text_of_one) is None:
            fresh.add((text_of_one, of_many) if of_many else text_of_one)  # type: ignore[arg-type]  # Babel takes a pair, too
    return fresh


def as_text(catalogue: Catalog, language: str) -> str:
    """A catalogue as a file, each text in one line, without dates: the same bytes every time."""
    from babel.messages.plurals import get_plural

    plural = get_plural(_locale(language))
    return with_header(catalogue, language, plural.num_plurals, plural.plural_expr)


def with_header(catalogue: Catalog, language: str, forms: int, rule: str) -> str:
    """The same with a given rule of plural forms.

    Args:
        forms: how many forms there are; rule: which goes with a number n, as gettext writes it.
    """
    from babel.messages.pofile import write_po

    file = io.BytesIO()
    write_po(file, catalogue, width=0, omit_header=True, ignore_obsolete=True, include_lineno=False)
    return HEADER.format(language=language, count=forms, rule=rule) + file.getvalue().decode()


def _locale(language: str) -> str:
    """What Babel knows of a language: how many plural forms it has, whatever the country."""
    return language.partition("-")[0]


def is_translated(message: Message) -> bool:
    """Whether there is a translation, of each plural form."""
    return all(message.string) if isinstance(message.string, (list, tuple)) else bool(message.string)


def write(path: Path, catalogue: Catalog, language: str) -> None:
    """Writes a catalogue, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, as_text(catalogue, language).encode())


def unfinished(catalogue: Catalog) -> tuple[list[str], list[str]]:
    """The ids of the texts without a translation, and of those whose English has changed since."""
    messages = [message for message in catalogue if message.id]
    missing = [str(message.context or message.id) for message in messages if not is_translated(message)]
    return missing, [str(message.context or message.id) for message in messages if is_translated(message) and message.fuzzy]


def released(catalogue: Catalog, contexts: Collection[str]) -> Catalog:
    """The part of a catalogue that students get: finished translations, without notes and places.

    Args:
        contexts: the ids of the texts that students have in English, too.
    """
    from babel.messages.catalog import Catalog

    kept = Catalog(catalogue.locale, charset="utf-8")
    for one in catalogue:
        if one.id and is_translated(one) and not one.fuzzy and (not one.context or one.context in contexts):
            kept.add(one.id, one.string, context=one.context)
    return kept
