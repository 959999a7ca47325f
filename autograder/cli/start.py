"""A working copy of an assignment, in a folder of the learner's own."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import click

from autograder.cli import options
from autograder.cli.errors import DONE, UsageError
from autograder.cli.targets import language_of_page, original_language, with_solutions
from autograder.cli.terminal import activated, activation, progress, relative, say, slash
from autograder.content import assignment_folder, assignment_search, packed_solutions
from autograder.content.assignment import Assignment, AssignmentNotFound
from autograder.content.page_file import ENDINGS
from autograder.content.translated_page import RELEASED, translations
from autograder.core.faults import Unreadable
from autograder.core.files import whole_folder
from autograder.core.languages import choice, message, spoken
from autograder.core.near_names import suggest

LEFT_OUT = ("__pycache__", ".*")


@click.command(cls=options.Command)
@click.argument("name", default="", metavar="[ASSIGNMENT]")
@click.argument("folder", required=False, type=Path, metavar="[DIR]")
@click.option("--language", default="", metavar="LANGUAGE", help="Of the page, such as ko (default: yours, if the page is translated).")
@click.option("--student", default="", metavar="ID", help="For instructors: the page of one student, in the variant of that student.")
@click.option("--variants", default="", metavar="SEED", help="With --student: the text that the variants follow from, as in grade --variants.")
@click.option("--with-solutions", "solutions", is_flag=True, help="If you learn alone: also get the hidden checks and the answers.")
def run(name: str, folder: Path | None, language: str, student: str, variants: str, solutions: bool) -> int:
    """Start here: copy an assignment into a folder of yours.

    Without ASSIGNMENT, it copies the one to begin with; without DIR, into a folder here with the assignment's name.
    With --with-solutions, a folder solutions/ beside it gets the hidden checks and the answers; check then runs all checks.
    """
    from autograder.reports import wording
    from autograder.reports.translated_reports import of_assignment

    choice.speak(language)
    if bool(student) != bool(variants):
        raise UsageError(spoken("--student and --variants go together:   {command}", command="autograder start NAME --student ID --variants SEED"))
    if student and solutions:
        raise UsageError(spoken("--with-solutions gives the ordinary assignment: leave it away with --student."))
    source = _in_variant(name, student, variants) if student else _released(name)
    assignment = assignment_folder.load(source)
    languages = list(translations(assignment))
    page_in = language_of_page(assignment, language) if language or student else choice.one_of(choice.asked(), languages)
    target = folder or Path(assignment.name)
    _refuse_what_is_there(source, target, assignment.name, languages)
    unpacked = _unpack_solutions(assignment, target) if solutions else None
    _copy(source, target, assignment.name, page_in, languages)
    found = assignment_search.find(near=target / f"{assignment.name}.py")
    functions, texts = wording.count(len(assignment.exercises), "function"), wording.count(len(assignment.texts), "text")
    title = of_assignment(assignment.title, "assignment:title", assignment.name)
    if assignment.texts:
        say(spoken("{title}: {functions}, and {texts} to write.", title=title, functions=functions, texts=texts) + "\n")
    else:
        say(spoken("{title}: {functions} to write.", title=title, functions=functions) + "\n")
    here = relative(target)
    width = len(str(here / assignment.name)) + len(".ipynb")
    for suffix, what in ((".py", spoken("a script, for any editor")), (".ipynb", spoken("the same page as a notebook, for Jupyter"))):
        if (target / f"{assignment.name}{suffix}").is_file():
            say(f"  {str(here / (assignment.name + suffix)):{width}}   {what}")
    if page_in and not language:
        command = f"autograder start {name or assignment.name} {assignment.name}-2 --language {original_language(assignment)}"
        say("\n" + spoken("The page is in your language ({language}). For the original:   {command}", language=page_in, command=command))
    say("\n" + spoken("Open one of them, read from the top, and write the first function."))
    checks = spoken("All checks are available, even the hidden ones.") if not found.public else spoken("The public checks are available.")
    if unpacked:
        say(spoken("The answers are in {folder}: do not look before you have tried.", folder=f"{relative(unpacked)}{slash()}"))
    say(f"{checks} {spoken('Keep this command running beside your editor; it checks your page each time you save it:')}\n")
    go = "" if target.resolve() == Path.cwd() else f"cd {_quoted(here)} && "
    say(spoken("Next:   {command}", command=f"{activated()}{go}autograder watch"))
    if activation():
        say("        " + spoken("(in a new terminal, first   {command})", command=activation()))
    return DONE


def _in_variant(name: str, student: str, seed: str) -> Path:
    """The student's form in the variant of one student, in a folder that ends with the command."""
    from autograder.authoring.hand_out import HandOut
    from autograder.content.variants import of_student

    assignment = with_solutions(name, or_first=True)
    if not assignment.variants:
        raise UsageError(spoken("{name} has no variants: all students have the same page.", name=assignment.name))
    variant = of_student(assignment.variants, seed, student)
    scratch = click.get_current_context().with_resource(tempfile.TemporaryDirectory(prefix="autograder-"))
    target = Path(scratch) / assignment.name
    with progress(spoken("making the page")) as tell:
        judged = lambda done, every: tell(spoken("judged {number} of {all} mistakes", number=done, all=every))  # noqa: E731
        HandOut(assignment, [variant], judged).build(variant, target)
    return target


def _released(name: str) -> Path:
    """The student's form of the assignment that is meant."""
    if assignment_search.is_place(name):
        return _released_in(name)
    known = {assignment_folder.load(folder).name: folder for folder in assignment_search.released()}
    if not known:
        raise AssignmentNotFound(
            message("This installation has no assignments. Install the kit from a wheel or a clone, and try again.")
        )
    if name in known:
        return known[name]
    listed = ", ".join(sorted(known))
    if name:
        raise AssignmentNotFound(
            message("There is no assignment {name}.{near} Available: {listed}.", name=repr(name), near=suggest(name, list(known)), listed=listed)
        )
    first = assignment_search.first(list(known.values()))
    if first is None:
        raise UsageError(spoken("Name the assignment:   autograder start NAME   (available: {listed})", listed=listed))
    return first


def _released_in(place: str) -> Path:
    """The student's form of an assignment in a folder, which may hold either form."""
    found = assignment_search.find(place)
    folder = found.folder if found.public else assignment_search.released_folder(found.folder)
    if not (folder / "checks" / assignment_folder.SETTINGS).is_file():
        raise AssignmentNotFound(
            spoken("{name} is not built yet, so there is no page to copy. Build it first:   {command}", name=found.name, command=f"autograder build {place}")
        )
    return folder


def _unpack_solutions(assignment: Assignment, target: Path) -> Path | None:
    """Puts the assignment with its answers beside the working copy, where ``check`` finds it; all or nothing.

    Args:
        assignment: in the student's form, as it will be copied. target: the working copy's folder.

    Returns:
        The new folder; None where all checks are available already, as in a clone.

    Raises:
        UsageError: the kit came without it, or something else is in the place.
    """
    if not assignment_search.with_hidden_checks_near(assignment, target).public:
        return None
    place = target.resolve().parent / packed_solutions.SOLUTIONS / assignment.name
    if place.exists():
        raise UsageError(
            spoken(
                "{place} is there already, and is another {name}. Nothing was changed. Start in another folder:   {command}",
                place=relative(place), name=assignment.name, command=f"autograder start {assignment.name} DIR{slash()}{assignment.name} --with-solutions",
            )
        )
    if assignment.name not in packed_solutions.names():
        raise UsageError(
            spoken(
                "The answers of {name} did not come with this installation. Nothing was changed. "
                "To start with the public checks only:   autograder start {name}",
                name=assignment.name,
            )
        )
    with whole_folder(place) as fresh:
        packed_solutions.unpack(assignment.name, fresh)
    return place


def _refuse_what_is_there(source: Path, target: Path, name: str, languages: list[str]) -> None:
    """
    Raises:
        UsageError: a file of the copy is there already.
    """
    if target.exists() and not target.is_dir():
        raise UsageError(
            spoken("{target} is a file, so it cannot be the folder. Nothing was changed. Try   autograder start {name} DIR", target=target, name=name)
        )
    there = sorted(entry.name for entry in source.iterdir() if (target / entry.name).exists() and _wanted(entry.name, languages))
    if there:
        pages = any(one.endswith(ENDINGS) for one in there)
        said = [spoken("{target} has {files} already, and your work is never overwritten. Nothing was changed.", target=target, files=", ".join(there))]
        if pages:
            said.append(spoken("To continue with it:   cd {folder}, then autograder watch", folder=_quoted(relative(target))))
        said.append(spoken("To start over in another folder:   autograder start {name} {name}-2", name=name))
        raise UsageError("\n".join(said))


def _copy(source: Path, target: Path, name: str, language: str, languages: list[str]) -> None:
    """Copies all or nothing, and never over a file that is there: of the pages those in one language.

    Args:
        language: of the page; empty for the original. languages: those that there are beside it.
    """
    with whole_folder(target) as fresh:
        for entry in source.iterdir():
            if _wanted(entry.name, languages):
                _copy_into(fresh, entry)
        for entry in (source / language).iterdir() if language else ():
            _copy_into(fresh, entry)
        _untouched_script(source, fresh, name, language)


def _copy_into(folder: Path, entry: Path) -> None:
    if entry.is_dir():
        shutil.copytree(entry, folder / entry.name, ignore=shutil.ignore_patterns(*LEFT_OUT), dirs_exist_ok=True)
    else:
        shutil.copy2(entry, folder / entry.name)


def _untouched_script(source: Path, copy: Path, name: str, language: str) -> None:
    """The script as it was released, although a person may have worked in the folder that it is copied from.

    The notebook is not stored a second time; if it was worked in, that is said.
    """
    script = copy / f"{name}.py"
    pristine = copy / "checks" / (RELEASED.format(language=language) if language else "page.py")
    if script.is_file() and pristine.is_file():
        shutil.copyfile(pristine, script)
    assignment = assignment_folder.load(source)
    try:
        notebook = assignment.read(copy / f"{name}.ipynb")
    except Unreadable:
        return
    written = [one for one in assignment.functions if (piece := notebook.find(one)) and not piece.is_stub]
    if written:
        say(spoken("Note: the notebook in {folder} already contained work, which was copied too.", folder=relative(source)) + "\n")


def _wanted(name: str, languages: list[str]) -> bool:
    return not (name.startswith(".") or name == "__pycache__" or name in languages)


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
