"""A new assignment, copied from a template that passes the audit, so that its author changes what works."""

from __future__ import annotations

import keyword
import sys
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

from autograder.core import file_names
from autograder.core.files import whole_folder
from autograder.core.languages import message

ENDING = ".txt"  # of a template's files, so that no tool takes them for modules of the kit
PAGE = "page.py"


class NameUnusable(ValueError):
    """An assignment cannot have this name. The text says why."""


class NameTaken(ValueError):
    """There is something in the folder already."""


def templates() -> list[str]:
    """The names of the templates."""
    return sorted(one.name for one in _place().iterdir() if one.is_dir())


def create(target: Path, template: str = "plain") -> list[Path]:
    """Writes a new assignment, whole or not at all.

    Args:
        target: a folder that does not exist yet, or is empty; its name is the assignment's.
        template: one of ``templates``.

    Returns:
        The files, relative to ``target``.

    Raises:
        NameUnusable: an assignment cannot have this name.
        NameTaken: there is something in the folder; nothing is written.
    """
    name = target.name
    values = {"name": name, "title": name.replace("_", " ").capitalize()}
    return write(
        target,
        {
            f"{name}.py" if path == PAGE else path: Template(text).safe_substitute(values)
            for path, text in _files(_place() / template)
        },
    )


def write(target: Path, files: dict[str, str]) -> list[Path]:
    """Writes the files of a new assignment, all or none.

    Args:
        target: see ``create``.
        files: path relative to ``target`` -> text.

    Returns:
        The files, relative to ``target``.

    Raises:
        NameUnusable, NameTaken: see ``create``.
    """
    why_not = unusable(target.name)
    if why_not:
        raise NameUnusable(why_not)
    if target.is_symlink() or (target.exists() and not (target.is_dir() and not any(target.iterdir()))):
        raise NameTaken(message("{folder} already exists. Choose another name, or delete it first.", folder=target))
    with whole_folder(target) as fresh:
        for path, text in files.items():
            (fresh / path).parent.mkdir(parents=True, exist_ok=True)
            (fresh / path).write_text(text, "utf-8", newline="\n")
    return sorted(map(Path, files))


def unusable(name: str) -> str:
    """Why an assignment cannot have a name; empty if it can."""
    if not name.isidentifier() or not name.isascii() or name != name.lower():
        return message("{name} cannot be the name of an assignment: write small letters, digits and _, and begin with a letter.", name=repr(name))
    if keyword.iskeyword(name):
        return message("{name} cannot be the name of an assignment: it is a word of Python's own.", name=repr(name))
    if file_names.is_device(name):
        return message("{name} cannot be the name of an assignment: on Windows it is a device, and no file can have it.", name=repr(name))
    if name in sys.stdlib_module_names or name in ("autograder", "checks", "solutions", "assignments"):
        return message("{name} cannot be the name of an assignment: a module of Python or a folder of the kit has it.", name=repr(name))
    return ""


def _place() -> Traversable:
    return resources.files("autograder.authoring").joinpath("templates")


def _files(folder: Traversable, within: str = "") -> list[tuple[str, str]]:
    """(Path relative to the new assignment, text) of each file of a template."""
    found = []
    for one in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if one.is_dir():
            found += _files(one, f"{within}{one.name}/")
        elif one.name.endswith(ENDING):
            found.append((within + one.name.removesuffix(ENDING), one.read_text("utf-8")))
    return found
