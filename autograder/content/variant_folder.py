"""An assignment in one of its variants: its files with other values, in a private folder that ends with this process.

What comes of it is an assignment like any other. So whatever judges, builds, hashes or keeps an assignment needs to know nothing of
variants, and two students' variants share a result only where their files are equal.
"""

from __future__ import annotations

import atexit
import os
import re
import shutil
import tempfile
from pathlib import Path

from autograder.content import variant_marks, variants
from autograder.content.assignment import Assignment
from autograder.content.assignment_folder import load
from autograder.content.percent_cells import percent_cells
from autograder.content.source_files import source_files
from autograder.content.translated_page import translations
from autograder.content.variants import FILE, FoundVariant, NoSuchVariant
from autograder.core.languages import in_language, message
from autograder.core.languages.messages import ENGLISH

CATALOGUE = ".po"
CODE = re.compile(rb"`variant ([0-9a-f]{6})`")
ENTRY = re.compile(r'^msgid ((?:".*"\n?)+)', re.MULTILINE)  # the original text, in one line or several
BEGIN = variant_marks.BEGIN.encode()
_made: dict[tuple[Path, str, str], Assignment] = {}
_places: dict[int, Path] = {}  # process -> its private folder


def of(assignment: Assignment, variant: str) -> Assignment:
    """The assignment in a variant; the ordinary one for an empty text. It is made once in each process.

    Args:
        assignment: the ordinary one, with its solutions. variant: see ``variants.as_text``.

    Raises:
        NoSuchVariant: the assignment has no such variant.
        AssignmentBroken: its files cannot be read.
    """
    if variant in ("", assignment.variant):
        return assignment
    if assignment.public or assignment.variant:
        raise NoSuchVariant(
            message("{assignment} is here without its solutions or as one of its variants: no other one can be made of it.", assignment=assignment.name)
        )
    values = variants.values_of(variant, assignment.variants)
    key = assignment.folder, assignment.version, variant
    if key not in _made:
        target = _private_folder() / str(len(_made)) / assignment.folder.name
        write(assignment, values, target)
        _made[key] = load(target)
    return _made[key]


def write(assignment: Assignment, values: variant_marks.Values, target: Path) -> None:
    """Writes the files of an assignment as they are with other values.

    Args:
        target: the folder, which is made.
    """
    variant = variants.as_text(values)
    pages = {assignment.folder / f"{assignment.name}.py": ""} | {path: language for language, path in translations(assignment).items()}
    for name, path in source_files(assignment.folder).items():
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if name.startswith("data/") or (BEGIN not in (content := path.read_bytes()) and path not in pages and path.suffix != CATALOGUE):
            shutil.copyfile(path, place)
            continue
        text = content.decode("utf-8").replace("\r\n", "\n")
        text = _catalogue(text, assignment.folder, values) if path.suffix == CATALOGUE else variant_marks.filled(text, values)
        if path in pages:
            text = with_code(text, variants.code(variant), pages[path])
        place.write_bytes(text.encode())
    (target / FILE).write_bytes(FoundVariant(variant, assignment.version).content.encode())


def with_code(page: str, code: str, language: str = "") -> str:
    """A page that says which variant it is, below its first text. No mark depends on what a page says there.

    Example:
        >>> print(with_code("# %% [markdown]\\n# # Counting\\n\\n# %% setup\\nimport math\\n", "3fa9c1"), end="")
        # %% [markdown]
        # # Counting
        #
        # Some names and numbers on this page are different for each student: `variant 3fa9c1`.
        <BLANKLINE>
        # %% setup
        import math
    """
    sentence = in_language(message("Some names and numbers on this page are different for each student: {variant}.", variant=f"`variant {code}`"), language or ENGLISH)
    lines = page.split("\n")
    first = next(iter(percent_cells(page)), None)
    if first is None or first.kind != "markdown":
        return "\n".join(["# %% [markdown]", f"# {sentence}", "", *lines])
    end = first.line + len(first.source.split("\n"))
    return "\n".join([*lines[:end], "#", f"# {sentence}", *lines[end:]])


def said_by(page: bytes) -> list[str]:
    """The codes of the variants that a page says it is of, script or notebook."""
    return [code.decode() for code in dict.fromkeys(CODE.findall(page))]


def _catalogue(text: str, folder: Path, values: variant_marks.Values) -> str:
    """A catalogue of translations: each entry names the files that its text is from, and has the marks of these.

    An entry stays as it is if its text does: a mark counts only for the lines below it.
    """
    known: dict[str, str] = {}
    entries = []
    for entry in text.split("\n\n"):
        names = [name for line in entry.split("\n") if line.startswith("#: ") for name in line[3:].split()]
        for name in names:
            if name not in known:
                known[name] = (folder / name).read_text("utf-8") if (folder / name).is_file() else ""
        found = tuple(mark for name in names for mark in variant_marks.marks(known[name]))
        lines = [variant_marks.VariantLine(0, line, () if line.startswith("#") else found) for line in entry.split("\n")]
        other = "\n".join(line.with_texts(lambda mark: mark.filled(values)) for line in lines)
        sources = " ".join(variant_marks.filled(known[name], values) for name in names) if other != entry else ""
        entries.append(entry if _is_there(entry, sources) and not _is_there(other, sources) else other)
    return "\n\n".join(entries)


def _is_there(entry: str, sources: str) -> bool:
    """Whether the text of an entry is in files, wherever a line ends there."""
    found = ENTRY.search(entry)
    original = "".join(re.findall(r'"(.*)"', found[1])).replace('\\"', '"').replace("\\n", " ") if found else ""
    return bool(original) and " ".join(original.split()) in " ".join(sources.split())


def _private_folder() -> Path:
    """No other user may read it: hidden checks are in it. A process that was forked makes its own."""
    process = os.getpid()
    if process not in _places:
        _places[process] = Path(tempfile.mkdtemp(prefix="variants-")).resolve()
    return _places[process]


@atexit.register
def remove() -> None:
    """Removes what this process has made, as it ends; a process that was forked leaves that of the other one alone."""
    if (place := _places.pop(os.getpid(), None)) is not None:
        _made.clear()
        shutil.rmtree(place, ignore_errors=True)
