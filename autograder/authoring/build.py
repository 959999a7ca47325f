"""``solutions/<name>/`` becomes ``assignments/<name>/``: what a student receives, and nothing that gives an answer away.

Building twice gives identical bytes, so a test can say whether ``assignments/`` is fresh.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import tomllib
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from autograder.authoring import translated_pages
from autograder.authoring.fingerprints import as_json, public_store
from autograder.authoring.public_checks import hidden_checks, public_checks
from autograder.authoring.public_settings import public_settings
from autograder.authoring.readme import readme
from autograder.authoring.telling_rows import telling_rows
from autograder.content import author_faults
from autograder.content.assignment import Assignment, AssignmentBroken
from autograder.content.assignment_folder import SETTINGS
from autograder.content.mistake_fingerprints import STORE
from autograder.content.notebook import page_as_notebook
from autograder.content.page_language import is_tag
from autograder.content.solution_markers import BEGIN, END, answers
from autograder.content.source_files import in_line
from autograder.content.telling_table import TABLE
from autograder.content.telling_table import as_json as table_as_json
from autograder.content.translated_page import translations
from autograder.content.variant_marks import without_marks
from autograder.content.variants import FILE as VARIANT
from autograder.content.variants import FoundVariant
from autograder.core.file_names import few
from autograder.core.files import replace
from autograder.core.languages import joined, message
from autograder.judging.collection import points

README = "README.md"


class AnswerLeaked(RuntimeError):
    """Something secret is in a file for students. The text names file and line."""


class NotOurs(RuntimeError):
    """A build would delete a person's work. The text names the files."""


def build(assignment: Assignment, target: Path, store: dict) -> list[Path]:
    """Writes a student's folder afresh.

    Args:
        assignment: from ``solutions/``.
        target: the folder to write, replaced as a whole; only what begins with a dot in it stays.
        store: the mistakes' signatures, from ``mistake_fingerprints``.

    Returns:
        The files written, relative to ``target``.

    Raises:
        AnswerLeaked: and nothing is written.
        NotOurs: the same.
    """
    files = contents(assignment, store)
    refuse_strange_files(target, files)
    _check_for_leaks(assignment, files)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as place:
        fresh, old = Path(place, "fresh"), Path(place, "old")
        for name, text in files.items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
        data = data_files(assignment)
        for name, source in data.items():
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, fresh / name)
        if target.exists():
            replace(target, old)
        try:
            replace(fresh, target)
            for hidden in sorted(old.glob(".*")):
                replace(hidden, target / hidden.name)
        except BaseException:
            if old.exists():
                replace(old, target)
            raise
    return [Path(name) for name in [*files, *data]]


def refuse_strange_files(target: Path, files: Iterable[str] = ()) -> None:
    """A build replaces a folder, so there must be nothing in it that no build has written, and nothing worked on.

    Args:
        files: what this build writes, as names relative to ``target``.

    Raises:
        NotOurs: there is.
    """
    there = sorted(_visible(target))
    if not there:
        return
    try:
        earlier = tomllib.loads((target / "checks" / SETTINGS).read_text("utf-8"))
        name, exercises = earlier["name"], earlier["exercises"]
    except (OSError, ValueError, KeyError):
        name, exercises = target.name, ()
    known = {f"{name}.py", f"{name}.ipynb", README, *files}
    known |= {f"checks/{one}" for one in ("page.py", SETTINGS, STORE, TABLE, VARIANT, "words.py", "data.py")}
    known |= {f"checks/test_{exercise}.py" for exercise in exercises}
    languages = _released_languages(target)
    known |= {one for language in languages for one in translated_pages.known(name, language)}
    known_folders = ("data/", "checks/data/", *(f"{language}/data/" for language in languages))
    strange = [one for one in there if one not in known and not one.startswith(known_folders)]
    if strange:
        raise NotOurs(
            message(
                "{folder} holds what no build has written: {names}. A build would delete it, so nothing was written. "
                "Move it to another place, then build again.",
                folder=target, names=few(strange),
            )
        )  # fmt: skip
    pages = {target / f"{name}.py": target / "checks" / "page.py"}
    pages |= {target / language / f"{name}.py": target / translated_pages.pristine(language) for language in languages}
    for page, released in pages.items():
        if page.is_file() and released.is_file() and page.read_bytes() != released.read_bytes():
            raise NotOurs(
                message(
                    "{file} was changed after it was built. A build would overwrite it, so nothing was written. Move the page to "
                    "another place, or delete it, then build again.",
                    file=page,
                )
            )


def _released_languages(target: Path) -> list[str]:
    """The languages in which a build has released the page."""
    found = (path.name.removeprefix("page.").removesuffix(".py") for path in sorted(target.glob("checks/page.*.py")))
    return [language for language in found if is_tag(language)]


def _visible(target: Path) -> set[str]:
    """The files in a folder, as names relative to it, without what programs leave behind and without what begins with a dot."""
    paths = [path.relative_to(target) for path in target.rglob("*") if path.is_file()]
    return {path.as_posix() for path in paths if "__pycache__" not in path.parts and path.parts[0][0] != "."}


def contents(assignment: Assignment, store: dict) -> dict[str, str]:
    """Relative file name -> text, of everything a student receives beside the files of data.

    Raises:
        AssignmentBroken: a file has a fault that can be read off it.
    """
    if broken := author_faults.faults(assignment):
        raise AssignmentBroken(joined(broken, "\n"))
    name = assignment.name
    script = assignment.stub
    worth = points(assignment)
    files = {f"{name}.py": script, f"{name}.ipynb": page_as_notebook(script, assignment, worth), "checks/page.py": script}
    files[f"checks/{SETTINGS}"] = public_settings((assignment.folder / SETTINGS).read_text("utf-8"), name, worth, assignment.home)
    for exercise in assignment.exercises:
        text = public_checks(_plain(exercise.checks))
        if text:
            files[f"checks/{exercise.checks.name}"] = text
    if assignment.words.is_file():
        files[f"checks/{assignment.words.name}"] = _plain(assignment.words)
    if assignment.data_sets.own:
        files[f"checks/{assignment.data_sets.own.path.name}"] = without_marks(assignment.data_sets.own.text)
    released = {name: rows for name, rows in telling_rows(assignment).items() if f"checks/test_{name}.py" in files}
    if released:
        files[f"checks/{TABLE}"] = table_as_json(released)
    files[f"checks/{STORE}"] = as_json(public_store(store, files))
    own = assignment.folder / README
    files[README] = _plain(own) if own.is_file() else readme(assignment, worth)
    if assignment.variant:
        files[f"checks/{VARIANT}"] = FoundVariant(assignment.variant, assignment.base).content
    files |= translated_pages.contents(assignment, worth, partial(readme, assignment, worth))
    files |= translated_pages.released_texts(assignment, files)
    return dict(sorted(files.items()))


def data_files(assignment: Assignment) -> dict[str, Path]:
    """The assignment's files of data, beside the page and beside each page in another language: what opens them is the page."""
    folders = ["", *(f"{language}/" for language in translations(assignment))]
    return {folder + name: path for folder in folders for name, path in assignment.data_files.items()}


def is_fresh(assignment: Assignment, target: Path, store: dict) -> list[str]:
    """Names of files in ``target`` that differ from what ``build`` would write; empty if none."""
    wanted = contents(assignment, store)
    there = _visible(target)  # a person may have worked there, too
    data = data_files(assignment)
    stale = sorted(there ^ {*wanted, *data})
    stale += [name for name in wanted if name in there and (target / name).read_text("utf-8") != wanted[name]]
    return stale + [name for name in data if name in there and (target / name).read_bytes() != data[name].read_bytes()]


def _check_for_leaks(assignment: Assignment, files: dict[str, str]) -> None:
    """No line of an answer or a hidden check is in a file for students, unless it is in the stub too."""
    pages = [assignment.source, *(path.read_text("utf-8") for path in translations(assignment).values())]
    secret = _lines("\n".join(line for page in pages for line in answers(page)))
    for exercise in assignment.exercises:
        secret |= _lines("\n".join(hidden_checks(exercise.checks.read_text("utf-8"))))
    public = _public_lines(assignment)
    for name, text in files.items():
        if name.endswith((".py", ".ipynb", ".md")):
            plain_text = _notebook_code(text) if name.endswith(".ipynb") else text
            for number, line in enumerate(plain_text.splitlines(), 1):
                if line.strip() in secret and line.strip() not in public:
                    raise AnswerLeaked(in_line(name, number, line.strip()))
            for marker in (BEGIN, END):
                if marker in text:
                    raise AnswerLeaked(message("{file} contains the marker {marker}.", file=name, marker=repr(marker)))


def _public_lines(assignment: Assignment) -> set[str]:
    """Lines that also are in the released page or in a public check are not a secret."""
    public = _lines(assignment.stub)
    for exercise in assignment.exercises:
        public |= _lines(public_checks(exercise.checks.read_text("utf-8")))
    return public


def _plain(path: Path) -> str:
    return without_marks(path.read_text("utf-8"))


def _lines(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines() if len(line.strip()) > 12}


def _notebook_code(text: str) -> str:
    cells = json.loads(text)["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells)
