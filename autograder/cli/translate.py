"""An assignment in another language: the files to translate, and what is still to do in them."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.cli import options
from autograder.cli.errors import DONE, UsageError, WorkNotRight
from autograder.cli.targets import name_to_type, with_solutions
from autograder.cli.terminal import relative, say
from autograder.content import translated_page
from autograder.content.assignment import Assignment
from autograder.content.page_language import is_tag
from autograder.content.percent_cells import percent_cells, with_originals
from autograder.core.files import write_atomically
from autograder.core.languages import joined, message, shown, spoken, spoken_plural, what_it_says

SHOWN = 10  # texts without a translation


@click.command(cls=options.Command)
@click.argument("name", metavar="ASSIGNMENT")
@click.argument("language", metavar="LANGUAGE")
@click.option("--done", is_flag=True, help="Take note that each cell says what the original says now.")
def run(name: str, language: str, done: bool) -> int:
    """Translate an assignment: make the files to translate, and list what is still to do.

    LANGUAGE is a short name such as ko or pt-BR. The files are <ASSIGNMENT>.<LANGUAGE>.py beside the page, and
    locale/<LANGUAGE>.po. What is translated in them stays.
    """
    if not is_tag(language):
        raise UsageError(message("{language} is not the short name of a language, such as ko, fr or pt-BR.", language=repr(language)))
    assignment = with_solutions(name)
    path = assignment.folder / f"{assignment.name}.{language}.py"
    if not path.is_file():
        write_atomically(path, assignment.source.encode())
        say(spoken("{file}: a copy of the page. Translate its text; the code stays as it is.", file=relative(path)))
    to_do = _page(assignment, path, done) + _texts(assignment, language)
    words = name_to_type(assignment)
    if to_do:
        say("\n" + spoken("Next:   translate them, then   {command}", command=f"autograder translate {words} {language} --done"))
    else:
        say("\n" + spoken("Next:   {command}", command=f"autograder build {words}"))
    return DONE


def _page(assignment: Assignment, path: Path, done: bool) -> int:
    """Says which cells of the page are to translate, and how many there are."""
    texts = frozenset(text.name for text in assignment.texts)
    page = path.read_text("utf-8")
    wrong = translated_page.differences(assignment.source, page, path.name, texts)
    if wrong:
        raise WorkNotRight(joined(wrong, "\n"))
    if done:
        page = with_originals(page, translated_page.hashes(assignment.source))
        write_atomically(path, page.encode())
    notes = translated_page.changed_since(assignment.source, page, path.name)
    standing = spoken_plural(
        "{file}: {count} cell, {left} of them to translate.",
        "{file}: {count} cells, {left} of them to translate.",
        len(percent_cells(page)), file=relative(path), left=len(notes),
    )  # fmt: skip
    say(standing)
    for note in notes[:SHOWN]:
        say(f"  {shown(note)}")
    return len(notes)


def _texts(assignment: Assignment, language: str) -> int:
    """Brings the catalogue up to date; says which texts are to translate, and how many there are."""
    from autograder.authoring import text_catalogue
    from autograder.authoring.assignment_texts import assignment_texts
    from autograder.authoring.translations import said_by_checks

    place = text_catalogue.catalogue_of(assignment, language)
    try:
        catalogue = text_catalogue.updated(text_catalogue.read(place), assignment_texts(assignment), said_by_checks(assignment.folder / "checks"))
    except text_catalogue.CatalogueBroken as error:
        raise WorkNotRight(what_it_says(error)) from error
    text_catalogue.write(place, catalogue, language)
    missing, changed = text_catalogue.unfinished(catalogue)
    standing = spoken_plural(
        "{file}: {count} text, {missing} without a translation, {changed} with other English than before.",
        "{file}: {count} texts, {missing} without a translation, {changed} with other English than before.",
        sum(1 for one in catalogue if one.id), file=relative(place), missing=len(missing), changed=len(changed),
    )  # fmt: skip
    say(standing)
    for one in [*changed, *missing][:SHOWN]:
        say(f"  {one}")
    return len(missing) + len(changed)
