"""Which page, which exercises and which assignment the words of a command mean."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from autograder.cli.errors import UsageError, WorkNotRight
from autograder.cli.terminal import relative
from autograder.content import assignment_folder, assignment_search, packed_solutions, page_language
from autograder.content.assignment import Assignment, AssignmentNotFound, Exercise
from autograder.content.assignment_version import is_same
from autograder.content.budget import NAMES as USUAL_BUDGETS
from autograder.content.page_choice import choose
from autograder.content.page_file import ENDINGS
from autograder.content.submission import Submission
from autograder.content.text_questions import TextQuestion
from autograder.content.translated_page import translations
from autograder.core import file_names
from autograder.core.faults import Unreadable
from autograder.core.files import FILE, FOLDER, kind
from autograder.core.languages import choice, message, spoken, with_or
from autograder.core.languages.messages import ENGLISH
from autograder.core.near_names import suggest

GO = message("Run this in a folder that has one, or name an assignment's folder.")


def what_to_check(
    words: Sequence[str], assignment_name: str = "", command: str = "check"
) -> tuple[Path, list[str], Assignment]:
    """The page, the exercises (by name or number) and the assignment that the words of ``check`` mean, or of another command like it."""
    names = list(words)
    path = None
    if names and (names[0].endswith(ENDINGS) or os.path.exists(names[0])):
        path = Path(names.pop(0))
        if kind(path) == FOLDER:
            path = page_in(path, assignment_name, command=command)
        elif not os.path.lexists(path):
            near = (
                suggest(path.name, [other.name for other in path.parent.glob("*") if other.suffix in ENDINGS])
                if path.parent.is_dir()
                else ""
            )
            raise UsageError(spoken("There is no file {path}.{near}", path=path, near=near))
        elif path.suffix not in ENDINGS:
            raise UsageError(spoken("{path} is not a page: expected a .py or .ipynb file.", path=path))
    else:
        path = page_in(Path(), assignment_name, names, command)
    if (what := kind(path)) != FILE:  # to open one may take for ever
        raise UsageError(spoken("{path} is not a page ({what}).", path=file_names.shown(str(path)), what=what))
    choice.speak(of_page=page_language.of_file(path))
    assignment = assignment_search.find(assignment_name, path)
    return path, [assignment.item(name).name for name in names], assignment


def one_exercise(
    words: Sequence[str], assignment_name: str, command: str
) -> tuple[Path, Exercise | TextQuestion, Assignment]:
    """Like ``what_to_check``, for a command that does something with one exercise, or with one text that a person marks."""
    path, names, assignment = what_to_check(words, assignment_name, command)
    if len(names) != 1:
        example = f"autograder {command} {(names or [assignment.exercises[0].name])[0]}"
        raise UsageError(spoken("Name one exercise at a time:   {example}", example=example) if names else spoken("Name the exercise:   {example}", example=example))
    return path, assignment.item(names[0]), assignment


def read_page(path: Path, assignment: Assignment, command: str) -> Submission:
    """The student's page, or a sentence that says what to fix first."""
    try:
        return assignment.read(path)
    except Unreadable as error:
        raise WorkNotRight(spoken("{error}\nFix this first, then   autograder {command}", error=error, command=command)) from error


def page_in(folder: Path, name: str, asked: list[str] | None = None, command: str = "check") -> Path:
    """The student's page in a folder: the one named like the assignment beside it; of .py and .ipynb that which counts."""
    pages = [path for path in sorted(folder.glob("*")) if path.suffix in ENDINGS and path.is_file()]
    known = {assignment_folder.name_of(place) for place in assignment_search.all_near(folder / "page.py")} | {Path(name).name}
    fitting = [path for path in pages if path.stem in known] or (pages if len(pages) == 1 else [])
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        newest = max(fitting, key=lambda path: path.stat().st_mtime)
        return choose(fitting, assignment_search.find(name, newest)).page
    where = message("here") if folder == Path() else message("in {folder}", folder=folder)
    wrong = message("{word} is not a file. ", word=repr(asked[0])) if asked else ""
    if len(pages) > 1:
        again = " ".join(["autograder", command, str(pages[0]), *(asked or [])])
        names = ", ".join(path.name for path in pages[:5])
        raise UsageError(spoken("{wrong}There are several pages {where}: {names}. Name the one you want:   {again}", wrong=wrong, where=where, names=names, again=again))
    below = sorted(path.parents[1].name for path in folder.glob(f"*/checks/{assignment_folder.SETTINGS}"))
    if below:
        raise UsageError(spoken("{wrong}There is no page {where}, but there is one in {below}. Go there:   cd {below}", wrong=wrong, where=where, below=below[0]))
    raise UsageError(spoken("{wrong}There is no page {where}. Go to the folder that has one, or make one:   autograder start", wrong=wrong, where=where))


def with_solutions(name: str, or_first: bool = False) -> Assignment:
    """The assignment of this name or in this folder, with its solutions; else the only one there is.

    Args:
        or_first: of several, take the one to begin with.
    """
    if name:
        return _named_with_solutions(name)
    folders = assignment_search.sources() or [
        folder for folder in assignment_search.all_near() if (folder / assignment_folder.SETTINGS).is_file()
    ]
    if not folders and packed_solutions.names():
        return _packed_one(or_first)
    if not folders:
        raise AssignmentNotFound(_no_solutions())
    if or_first and (first := assignment_search.first(folders)):
        return assignment_folder.load(first)
    if len(folders) > 1:
        raise UsageError(spoken("Name the assignment: --assignment {names}.", names=with_or([one.name for one in folders])))
    return assignment_folder.load(folders[0])


def of_author(words: Sequence[str], name: str) -> list[tuple[Assignment, tuple[str, ...]]]:
    """The assignments that an author's words mean, and of each the names of the exercises that were asked for.

    Args:
        words: ``[ASSIGNMENT]... [EXERCISE]...``; an assignment is a name or a folder. Without any, all of the place that one
            is in. The name of an assignment goes before that of an exercise.
        name: an assignment that was named by an option, so that all words are exercises.

    Raises:
        UsageError: a word means nothing here, or too much.
    """
    here = {folder.name: folder for folder in assignment_search.sources()}
    rest = list(words)
    found = [_named_with_solutions(name)] if name else []
    while rest and not name and not (found and rest[0] in found[-1].functions) and _is_assignment(rest[0], here):
        word = rest.pop(0)
        found.append(_named_with_solutions(word) if word not in here else assignment_folder.load(here[word]))
    if not found:
        found = [assignment_folder.load(folder) for folder in here.values()]
        with_it = [one for one in found if not rest or one.functions.issuperset(rest)]
        if rest and not with_it and (elsewhere := _elsewhere(rest[0])):
            found, rest = [elsewhere], rest[1:]
        elif not found:
            raise AssignmentNotFound(_no_solutions())
        elif rest and not with_it and len(found) > 1 and not rest[0].isdecimal():
            known = {*here} | {exercise for one in found for exercise in one.functions}
            raise UsageError(
                spoken(
                    "There is no exercise {word} here, and no assignment of this name.{near} Assignments: {names}.",
                    word=repr(rest[0]), near=suggest(rest[0], known), names=", ".join(sorted(here)),
                )
            )
        else:
            found = with_it or found
    if rest and len(found) > 1:
        ways = with_or([" ".join([one.name, *rest]) for one in found])
        raise UsageError(spoken("Name the assignment, then its exercises:   {ways}", ways=ways))
    return [(one, tuple(one.exercise(word).name for word in rest)) for one in found]


def name_to_type(assignment: Assignment) -> str:
    """What stands for an assignment on a command line here: its name, or its folder if the name means nothing here."""
    folders = [*assignment_search.sources(), *assignment_search.all_near()]
    if packed_solutions.is_for_now(assignment.folder) or assignment.folder in [folder.resolve() for folder in folders]:
        return assignment.name
    place = relative(assignment.folder)
    return str(place) if place.is_absolute() else f".{os.sep}{place}"


def _is_assignment(word: str, here: dict[str, Path]) -> bool:
    return assignment_search.is_place(word) or word in here or _is_source(word)


def _elsewhere(word: str) -> Assignment | None:
    """An assignment that does not lie here: in the search path, in an installed package, or in the kit's own clone."""
    try:
        return _named_with_solutions(word)
    except AssignmentNotFound:
        return None


def _is_source(word: str) -> bool:
    return (Path(word) / assignment_folder.SETTINGS).is_file()


def _named_with_solutions(name: str) -> Assignment:
    found = assignment_folder.load(Path(name)) if _is_source(name) else assignment_search.find(name)
    if found.public and not assignment_search.is_place(name) and found.name in packed_solutions.names():
        packed = _packed(found.name)
        if is_same(packed, found):
            return packed
    if found.public:
        raise UsageError(spoken("{name} is here without its solutions, but this command needs solutions/{name}/.", name=found.name))
    return found


def _packed(name: str) -> Assignment:
    """One that a wheel brought, unpacked for as long as the command runs."""
    scratch = click.get_current_context().with_resource(tempfile.TemporaryDirectory(prefix="autograder-"))
    return assignment_folder.load(packed_solutions.unpack_for_now(name, Path(scratch)))


def _packed_one(or_first: bool) -> Assignment:
    """The only one that a wheel brought.

    Args:
        or_first: of several, take the one to begin with.

    Raises:
        UsageError: there are several.
    """
    names = packed_solutions.names()
    first = assignment_search.first(assignment_search.released()) if or_first else None
    if first is not None and assignment_folder.name_of(first) in names:
        return _packed(assignment_folder.name_of(first))
    if len(names) > 1:
        raise UsageError(spoken("Name the assignment: --assignment {names}.", names=with_or(names)))
    return _packed(names[0])


def _no_solutions() -> str:
    names = packed_solutions.names()
    go = message("Name an assignment of the kit ({names}), or run this in a folder that has one.", names=with_or(names)) if names else GO
    return message("There is no solutions/ folder here. {go}", go=go)


def original_language(assignment: Assignment) -> str:
    """The language of an assignment's page as its author wrote it."""
    return page_language.of_script(assignment.source) or ENGLISH


def language_of_page(assignment: Assignment, typed: str) -> str:
    """The translation of an assignment's page that is meant; empty for the original.

    Args:
        typed: after ``--language``.

    Raises:
        UsageError: there is no page in this language.
    """
    languages, original = translations(assignment), original_language(assignment)
    if typed in languages or not typed:
        return typed
    if choice.one_of(typed, [original]):
        return ""
    about = {"name": assignment.name, "language": repr(typed), "original": original}
    if languages:
        raise UsageError(
            spoken(
                "There is no page of {name} in {language}. It is there in {languages}; --language {original} gives the original.",
                languages=", ".join(languages), **about,
            )
        )  # fmt: skip
    raise UsageError(spoken("There is no page of {name} in {language}. It is not translated yet; --language {original} gives the original.", **about))


def known_budget(assignment: Assignment, name: str) -> None:
    """
    Raises:
        AssignmentNotFound: the assignment has no such budget. Where it has none at all, the usual names are right and do nothing.
    """
    if assignment.budgets or name not in USUAL_BUDGETS:
        assignment.budget(name)
