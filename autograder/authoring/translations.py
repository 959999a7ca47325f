"""The engine's sentences for translators: found in the sources, and merged into the catalogue of each language by Babel.

``python -m autograder.authoring.translations`` brings each catalogue up to date; with the name of a language it begins a catalogue.
``make translations LANGUAGE=ko`` does the same. There is no file of sentences without translations: the sources are that.
"""

from __future__ import annotations

import ast
import functools
import io
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.authoring.text_catalogue import with_header
from autograder.content.code_cells import called_name
from autograder.core.files import write_atomically
from autograder.core.languages import catalogue, templates
from autograder.core.languages.docstrings import paragraphs
from autograder.core.languages.messages import ENGINE

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

SOURCES = Path(__file__).parents[1]
SAYS = {"message": 1, "spoken": 1, "plural": 2, "spoken_plural": 2}  # function -> how many templates it takes first
COMMANDS, OPTION, HELP = ("command", "group"), "option", "help"  # of click: what its help shows
AUTHORS = {"authored": 1, "authored_plural": 2}  # function of an author -> how many templates it takes first
AUTHORED = {"hint", "what", "axes", "words", "things", "by"}  # parameters that a message shows


@dataclass(frozen=True)
class EngineText:
    """One sentence: its template, that for other numbers than one or None, and the file that says it."""

    template: str
    plural: str | None
    place: str


@functools.cache
def engine_texts() -> tuple[EngineText, ...]:
    """Every sentence of the engine, once, in the order of the files."""
    found: dict[tuple[str, str | None], EngineText] = {}
    for path in sorted([*SOURCES.rglob("*.py"), *SOURCES.rglob("*.j2")]):
        place = path.relative_to(SOURCES).as_posix()
        text = path.read_text("utf-8")
        for said in _in_template(text) if path.suffix == ".j2" else in_source(text):
            found.setdefault(said, EngineText(*said, place))
    return tuple(found.values())


def in_source(text: str) -> Iterator[tuple[str, str | None]]:
    """The templates in a module: what is written out in a call of ``message`` and the like.

    Example:
        >>> list(in_source("x = plural('one', '{count} of ' + y, n) or message('No {what}.', what=1)"))
        [('No {what}.', None)]
    """
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and any(called_name(one) in COMMANDS for one in node.decorator_list):
            yield from ((said, None) for said in paragraphs(ast.get_docstring(node) or ""))
        if isinstance(node, ast.Call) and called_name(node) == OPTION:
            said = [one.value.value for one in node.keywords if one.arg == HELP and isinstance(one.value, ast.Constant)]
            yield from ((str(one), None) for one in said)
        if isinstance(node, ast.Call):
            name = called_name(node)
            said = [one.value for one in node.args[: SAYS.get(name, 0)] if isinstance(one, ast.Constant)]
            if said and len(said) == SAYS[name] and all(type(one) is str for one in said):
                yield from _one(said)


def said_by_checks(folder: Path) -> list[tuple[str, str | None]]:
    """What an assignment's checks say: by ``authored``, ``authored_plural`` and parameters that a message shows.

    Args:
        folder: with the check files and ``words.py``.

    Returns:
        Each template, and that for other numbers than one or None.
    """
    found: dict[tuple[str, str | None], None] = {}
    for path in sorted(folder.glob("*.py")):
        for call in (node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.Call)):
            said = [one.value for one in call.args[: AUTHORS.get(getattr(call.func, "id", ""), 0)] if isinstance(one, ast.Constant)]
            if said and all(type(one) is str for one in said):
                found.update(dict.fromkeys(_one([str(one) for one in said])))
            named = [one.value for one in _named(call) if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            found.update(dict.fromkeys((text, None) for text in named if any(map(str.isalpha, text))))
    return list(found)


def _named(call: ast.Call) -> list[ast.expr]:
    """What a call passes to parameters that a message shows."""
    named = [one.value for one in call.keywords if one.arg in AUTHORED]
    return named + [part for one in named if isinstance(one, (ast.Tuple, ast.List)) for part in one.elts]


def _in_template(text: str) -> Iterator[tuple[str, str | None]]:
    """The same in a template for Jinja2."""
    from jinja2 import Environment, nodes

    for node in Environment().parse(text).find_all(nodes.Call):
        name = getattr(node.node, "name", "")
        said = [one.value for one in node.args[: SAYS.get(name, 0)] if isinstance(one, nodes.Const)]
        if said and len(said) == SAYS[name]:
            yield from _one(said)


def _one(said: list[str]) -> Iterator[tuple[str, str | None]]:
    if said[0] and not templates.is_structure(said[0]):
        yield said[0], said[1] if len(said) == 2 else None


def merged(old: str, texts: Sequence[EngineText], language: str) -> str:
    """A catalogue of exactly these sentences, with what has been translated; a sentence that has changed keeps the
    translation of the one that it was, marked as fuzzy.

    Args:
        old: the catalogue's text; empty for a new one.
    """
    from babel import Locale
    from babel.messages.plurals import get_plural
    from babel.messages.pofile import read_po

    made = read_po(io.StringIO(old), locale=language)
    made.update(_catalogue(texts), update_creation_date=False)
    rule = get_plural(Locale.parse(language, sep="-"))
    return with_header(made, language, rule.num_plurals, rule.plural_expr)


def catalogue_paths() -> dict[str, Path]:
    """Language -> the engine's catalogue."""
    return {path.parents[1].name: path for path in sorted(catalogue.LOCALE.glob(f"*/LC_MESSAGES/{ENGINE}.po"))}


def out_of_date() -> list[str]:
    """Languages whose catalogue ``update`` would write in another way."""
    return [path.parents[1].name for path, text in _fresh([]) if _read(path) != text]


def update(new: list[str]) -> list[Path]:
    """Writes every catalogue, those of new languages too. Returns what has changed."""
    changed = []
    for path, text in _fresh(new):
        if _read(path) != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, text.encode())
            changed.append(path)
    return changed


def _fresh(new: list[str]) -> Iterator[tuple[Path, str]]:
    texts = engine_texts()
    for language in dict.fromkeys([*catalogue_paths(), *new]):
        path = catalogue.engine_catalogue(language)
        yield path, merged(_read(path), texts, language)


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""


def _catalogue(texts: Sequence[EngineText]) -> Catalog:
    from babel.messages.catalog import Catalog

    made = Catalog(charset="utf-8", fuzzy=False)
    for one in texts:
        made.add((one.template, one.plural) if one.plural else one.template, locations=[(one.place, None)])  # type: ignore[list-item]
    return made


if __name__ == "__main__":
    for written in update(sys.argv[1:]):
        print(written.relative_to(SOURCES.parent))
