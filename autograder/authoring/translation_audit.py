"""What is wrong with the translations into one language: missing sentences, holes that do not fit, markup, lines that are too long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from autograder.authoring import text_catalogue
from autograder.authoring.assignment_texts import assignment_texts
from autograder.authoring.translations import said_by_checks
from autograder.content.assignment import Assignment
from autograder.core.languages import catalogue, joined, message, plural, po_file, templates
from autograder.core.languages.po_file import PoCatalogue

MOST_NAMED = 5
WATCH_COLUMNS = 60  # of the narrowest terminal in which watch shows all of its keys
PARTICLES = {"을/를", "이/가", "은/는", "과/와", "(으)로", "으로/로", "아/야", "이나/나", "이라/라", "(이)라고", "(이)나", "(이)"}
FIXED = re.compile(r"(?<!\{)\{[a-z]\w*(?::[^{}|]*)?\}(은|는|이|가|을|를|과|와|으로|로)(?![\uac00-\ud7a3])")  # right behind a hole
MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&\w+;")


def completeness(language: str, assignments: Iterable[Assignment] = ()) -> list[tuple[str, int, int]]:
    """How much is translated: (whose texts, translated, in all) for the engine and each assignment with a catalogue."""
    found = []
    for name, path in _catalogues(language, assignments):
        made = _read(path)
        if made is not None:
            found.append((name, len(made.texts), len(made.texts) + len(made.missing)))
    return found


def faults(language: str, assignments: Iterable[Assignment] = ()) -> list[str]:
    """Sentences about what is wrong; none if a student can read everything in this language.

    Example:
        >>> faults("zz")
        ['zz: there is no catalogue of the engine. Begin one: make translations LANGUAGE=zz']
    """
    if not catalogue.engine_catalogue(language).is_file():
        command = f"make translations LANGUAGE={language}"
        return [message("{language}: there is no catalogue of the engine. Begin one: {command}", language=language, command=command)]
    assignments = list(assignments)
    found: list[str] = [
        message("{language}, {name}: there is no catalogue of its texts.", language=language, name=one.name)
        for one in assignments
        if not text_catalogue.catalogue_of(one, language).is_file()
    ]
    for name, path in _catalogues(language, assignments):
        try:
            made = po_file.read(path)
        except (OSError, ValueError) as error:
            found.append(message("{language}, {name}: the catalogue cannot be read: {error}.", language=language, name=name, error=error))
            continue
        wrong = [*_faults(made), *(fault for one in assignments if one.name == name for fault in _left_out(made, one, language))]
        found += [message("{language}, {name}: {fault}", language=language, name=name, fault=fault) for fault in wrong]
    return found + [message("{language}: {fault}", language=language, fault=fault) for fault in _too_wide(language)]


def _catalogues(language: str, assignments: Iterable[Assignment]) -> Iterator[tuple[str, Path]]:
    yield message("the engine"), catalogue.engine_catalogue(language)
    for one in assignments:
        path = text_catalogue.catalogue_of(one, language)
        if path.is_file():
            yield one.name, path


def _read(path: Path) -> PoCatalogue | None:
    try:
        return po_file.read(path)
    except (OSError, ValueError):
        return None


def _faults(made: PoCatalogue) -> Iterator[str]:
    if made.missing:
        named = joined([repr(template[:60]) for _context, template in made.missing[:MOST_NAMED]], "; ")
        every = len(made.missing) + len(made.texts)
        yield message("{missing} of {all} texts have no translation, among them {names}.", missing=len(made.missing), all=every, names=named)
    for (context, template), forms in made.texts.items():
        others = [made.plurals[context, template]] if (context, template) in made.plurals else []
        for text in forms.values():
            for fault in text_faults(text, template, *others, holes=not context):
                yield message("{fault} in the translation of {text}: {translation}", fault=fault, text=repr(template[:60]), translation=repr(text[:80]))


def text_faults(text: str, template: str, *others: str, holes: bool = True) -> Iterator[str]:
    """What is wrong with one translation.

    Args:
        template, others: what is translated, and its form for other numbers. holes: whether braces in it are holes.

    Example:
        >>> list(text_faults("{cal}", "{call} gave None."))
        ['other holes than in the original']
    """
    if holes and templates.holes(template) and not templates.fits(text, template, *others):
        yield message("other holes than in the original")
    if holes:
        strange = {one["choice"] for one in templates.HOLE.finditer(text) if one["choice"] and not _is_particle(one["choice"])}
        if strange:
            yield message("an unknown particle, {particle},", particle=min(strange))
        if fixed := FIXED.search(text):
            yield message("a particle, {particle}, that does not follow the value,", particle=fixed[1])
    if set(MARKUP.findall(text)) - set(MARKUP.findall(template)):
        yield message("markup that the original does not have")


def _left_out(made: PoCatalogue, assignment: Assignment, language: str) -> Iterator[str]:
    """Texts that are new or have changed since a translator was asked: titles, hints, lessons, and what the checks say themselves."""
    known = {*made.texts, *made.missing}
    new = [template for context, template in _wanted(assignment) if (context, template) not in known]
    if new:
        again = f"autograder translate {assignment.name} {language}"
        yield plural(
            "{count} text of the assignment is not in the catalogue: {text}. Add it:   {command}",
            "{count} texts of the assignment are not in the catalogue, among them {text}. Add them:   {command}",
            len(new), text=repr(new[0][:60]), command=again,
        )  # fmt: skip


def untranslated(assignment: Assignment) -> dict[str, int]:
    """Language -> how many texts of an assignment have no translation, or none of their wording of today; those that have all are left out."""
    wanted, found = _wanted(assignment), {}
    for language, path in text_catalogue.catalogues(assignment).items():
        made = _read(path)
        known = made.texts if made is not None else {}
        found[language] = sum(text not in known for text in wanted)
    return {language: count for language, count in found.items() if count}


def _wanted(assignment: Assignment) -> list[tuple[str, str]]:
    """All texts of an assignment beside its page, as keys of a catalogue: (context, English)."""
    texts = [(text.context, text.english) for text in assignment_texts(assignment)]
    return texts + [("", template) for template, _many in said_by_checks(assignment.folder / "checks")]


def _is_particle(forms: str) -> bool:
    """Whether these are the two forms of a Korean particle, or of a form of 이다 (이지만/지만, 이어야/여야)."""
    behind_a_consonant, _, behind_a_vowel = forms.partition("/")
    of_to_be = {behind_a_consonant.removeprefix("이"), behind_a_consonant.replace("이어", "여", 1)} - {behind_a_consonant, ""}
    return forms in PARTICLES or behind_a_vowel in of_to_be


def _too_wide(language: str) -> Iterator[str]:
    from rich.cells import cell_len

    from autograder.core.languages import in_language
    from autograder.learning.watch.view import KEYS, LIST_KEYS

    for keys in (KEYS, LIST_KEYS):
        line = "  ".join(f"{key} {in_language(what, language)}" for key, what in keys)
        if cell_len(line) > WATCH_COLUMNS:
            yield message(
                "the keys of the watch screen need {columns} columns, and may have {most}: {line}", columns=cell_len(line), most=WATCH_COLUMNS, line=line
            )
