"""What a build writes in other languages: for each a folder of pages beside the original's, and the texts of what students get.

``checks/`` is the same for all: it is in the folder above, where a page's checks are looked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from autograder.authoring import text_catalogue
from autograder.authoring.assignment_texts import assignment_texts
from autograder.content.assignment import Assignment, AssignmentBroken
from autograder.content.mistake_fingerprints import STORE
from autograder.content.notebook import page_as_notebook
from autograder.content.page_language import script_mark
from autograder.content.translated_page import RELEASED, stub_in, translations
from autograder.content.variant_marks import without_marks
from autograder.core.languages import what_it_says

README = "README.{language}.md"  # beside the page of an author


def pristine(language: str) -> str:
    """Where the page as it was released is kept, for a build and for ``autograder reset``."""
    return f"checks/{RELEASED.format(language=language)}"


def known(name: str, language: str) -> set[str]:
    """The files that a build may have written for a language.

    Args:
        name: of the assignment.
    """
    return {f"{language}/{name}.py", f"{language}/{name}.ipynb", f"{language}/README.md", pristine(language), texts(language)}


def texts(language: str) -> str:
    """Where the translated texts of public checks, hints and lessons are released."""
    return f"checks/{text_catalogue.FOLDER}/{language}.po"


def contents(assignment: Assignment, worth: dict[str, float], readme: Callable[[str], str]) -> dict[str, str]:
    """Relative file name -> text of the pages in other languages and what belongs to them.

    Args:
        worth: points of each exercise. readme: language -> its text, for a language without a ``README.<language>.md``.
    """
    files = {}
    for language in translations(assignment):
        page = stub_in(assignment, language)
        script = f"{script_mark(language)}\n\n{page}"
        own = assignment.folder / README.format(language=language)
        files[f"{language}/{assignment.name}.py"] = script
        files[f"{language}/{assignment.name}.ipynb"] = page_as_notebook(page, assignment, worth, language)
        files[f"{language}/README.md"] = without_marks(own.read_text("utf-8")) if own.is_file() else readme(language)
        files[pristine(language)] = script
    return files


def released_texts(assignment: Assignment, files: dict[str, str]) -> dict[str, str]:
    """Relative file name -> text of the catalogues with the texts that students have in English, and no others.

    Args:
        files: what students get: public checks and the mistakes that these know.

    Raises:
        AssignmentBroken: a catalogue cannot be read.
    """
    catalogues, made = text_catalogue.catalogues(assignment), {}
    if not catalogues:
        return made
    store = json.loads(files[f"checks/{STORE}"])["exercises"]
    public = {text.context for text in assignment_texts(assignment) if _is_public(text.context, files, store)}
    for language, path in catalogues.items():
        try:
            catalogue = text_catalogue.released(text_catalogue.read(path), public)
        except text_catalogue.CatalogueBroken as error:
            raise AssignmentBroken(what_it_says(error)) from error
        made[texts(language)] = text_catalogue.as_text(catalogue, language)
    return made


def _is_public(context: str, files: dict[str, str], store: dict) -> bool:
    kind, _, rest = context.partition(":")
    if kind == "title":
        file, _, check = rest.partition("::")
        return re.search(rf"^def {check}\b", files.get(f"checks/{file}.py", ""), re.MULTILINE) is not None
    if kind == "mistake":
        function, _, name = rest.partition("__")
        return any(mistake["name"] == name for mistake in store.get(function, {}).get("mistakes", ()))
    return True
