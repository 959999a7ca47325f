"""Where assignments are: by name, by folder, or beside a student's file."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import entry_points
from pathlib import Path

from autograder.content import variant_folder
from autograder.content.assignment import Assignment, AssignmentNotFound
from autograder.content.assignment_folder import SETTINGS, load, name_of
from autograder.content.assignment_version import is_same
from autograder.content.variants import NoSuchVariant
from autograder.core.languages import joined, message
from autograder.core.near_names import suggest

SEARCH_PATH = "AUTOGRADER_PATH"  # folders, divided as in PATH
ENTRY_POINTS = "autograder.assignments"  # value: a package whose folder is an assignment, or holds some

def find(name: str = "", near: Path | None = None) -> Assignment:
    """Finds an assignment by name, by folder, or beside a student's file.

    A clone of this repository has the full checks, so they are taken where they can be found: also for a working copy
    somewhere else, from the clone one is in or that this package was installed from.

    Args:
        name: an assignment's name or folder; empty to go by the student's file. A student may have submitted a folder
            that is called like an assignment, so the name of a known one comes first.
        near: the student's file.

    Raises:
        AssignmentNotFound: none, or more than one could be meant; the text says what there is.
    """
    known = _known(near)
    if name and Path(name).is_dir() and (is_place(name) or name not in known):
        return load(Path(name))
    if not name and near is not None:  # the checks beside the file say what it is, whatever its name
        beside = near.resolve().parent
        if (beside / "checks" / SETTINGS).is_file():
            return _with_hidden_checks(load(beside), known.get(name_of(beside)))
    wanted = name or (near.stem if near else "")
    if wanted in known:
        return _with_hidden_checks(load(known[wanted]))
    if not name and near is not None and len(nearest := _nearest(near)) == 1:  # the only assignment there is
        return _with_hidden_checks(load(next(iter(nearest.values()))))
    there = message(" Available: {names}.", names=", ".join(sorted(known))) if known else ""
    asked = (
        message("There is no assignment {name} here.", name=repr(wanted)) if wanted else message("Name the assignment: --assignment NAME.")
    )
    raise AssignmentNotFound(joined([asked, suggest(wanted, list(known)), there], ""))


def is_place(name: str) -> bool:
    """Whether words for an assignment mean a folder and nothing else: ``./mnist``, but not ``mnist``."""
    return bool(name) and Path(name).name != name


def with_hidden_checks_near(found: Assignment, place: Path) -> Assignment:
    """The full form of a released assignment for a working copy in a folder, if it is available there; else itself.

    Args:
        place: the folder; it need not be there yet.
    """
    return _with_hidden_checks(found, _known_above(place, public_first=False).get(found.name))


def _with_hidden_checks(found: Assignment, nearest: Path | None = None) -> Assignment:
    """The full form of a released assignment, if a clone is available that has it; else itself. Another assignment of the same
    name is not it.

    Args:
        nearest: the nearest assignment of this name.
    """
    clones = [_known_above(place, public_first=False).get(found.name) for place in (Path.cwd(), Path(__file__).parents[1])]
    for folder in (nearest, *clones) if found.public else ():
        if folder is not None and (folder / SETTINGS).is_file():
            full = _in_variant(load(folder), found.variant)
            if is_same(full, found):
                return _with_points(full)
    return _with_points(found)


def _in_variant(full: Assignment, variant: str) -> Assignment:
    """In the variant of a student's form; the ordinary one if it has no such variant, which is then another one."""
    with contextlib.suppress(NoSuchVariant):
        return variant_folder.of(full, variant)
    return full


def _with_points(found: Assignment) -> Assignment:
    """With what each exercise is worth: written in the student's form, so that no check need be collected to add it up."""
    if found.public:
        return found
    for folder in _released_of(found):
        settings = tomllib.loads((folder / "checks" / SETTINGS).read_text("utf-8")).get("exercises", {})
        worth = {name: values.get("points", 0) for name, values in settings.items() if isinstance(values, dict)}
        known = [replace(one, points=float(worth.get(one.name, 0))) for one in found.exercises]
        return replace(found, exercises=tuple(known))
    return found


def _released_of(found: Assignment) -> list[Path]:
    """The student's form of this very assignment, if it is built; one of the same name elsewhere may be another."""
    beside = released_folder(found.folder)
    if (beside / "checks" / SETTINGS).is_file():
        return [beside]
    return [folder for folder in released(found.name)[:1] if is_same(load(folder), found)]


def released(name: str = "") -> list[Path]:
    """Folders of assignments in the student's form, to make a working copy from: from a clone that one is in, else
    from the clone or the wheel that this package came in.

    Args:
        name: of an assignment; empty for all.
    """
    found: dict[str, Path] = {}
    above = [(place, *place.parents) for place in (Path.cwd(), Path(__file__).parents[1])]
    for folder in (*above[0], *elsewhere(), *above[1]):
        beside = sorted(folder.glob("assignments/*"))
        if folder not in (*above[0], *above[1]):
            beside += [folder, *sorted(folder.glob("*"))]
        for one in beside:
            if (one / "checks" / SETTINGS).is_file():
                found.setdefault(name_of(one), one)
    return [folder for known, folder in found.items() if known == name or not name]


def all_near(near: Path | None = None) -> list[Path]:
    """Folders of all assignments near a page; those in the student's form first."""
    folders = {*_known(near).values(), *_known(near, public_first=True).values()}
    return sorted(folders, key=lambda folder: ((folder / SETTINGS).is_file(), str(folder)))


def folders_of(name: str) -> list[Path]:
    """All folders of assignments of a name that are known here, in either form; the nearest first."""
    found = [known[name] for public_first in (False, True) for known in _by_place(None, public_first) if name in known]
    return list(dict.fromkeys(found))


def sources(place: Path | None = None) -> list[Path]:
    """Folders of the assignments with answers that belong to a folder: the one that the folder is in, else all of the nearest
    ``solutions/`` above it. What is elsewhere does not count, so that a build does not change another clone.

    Args:
        place: the folder; where this process is by default.
    """
    start = (place or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file() and folder.name != "checks":
            return [folder]
        found = [settings.parent for settings in sorted(folder.glob(f"solutions/*/{SETTINGS}"))]
        if found:
            return found
    return []


def released_folder(source: Path) -> Path:
    """Where the student's form of an assignment is written: ``assignments/`` beside the ``solutions/`` that it lies in.

    An assignment elsewhere has ``assignments/`` beside its own folder; in the folder, if that is a whole Git repository.
    """
    source = source.resolve()
    if source.parent.name == "solutions":
        return source.parents[1] / "assignments" / source.name
    return (source if (source / ".git").exists() else source.parent) / "assignments" / source.name


def _known(near: Path | None, public_first: bool = False) -> dict[str, Path]:
    """Name -> folder of all assignments: of the nearest place that has one of this name."""
    found: dict[str, Path] = {}
    for known in _by_place(near, public_first):
        found = known | found
    return found


def _nearest(near: Path | None) -> dict[str, Path]:
    """Name -> folder of the assignments of the nearest place that has any."""
    return next(_by_place(near, False), {})


def _by_place(near: Path | None, public_first: bool) -> Iterator[dict[str, Path]]:
    """The assignments above a page, above this process, in the search path and the installed packages, above this package."""
    for place in (near.parent if near else None, Path.cwd()):
        if place and (found := _known_above(place, public_first)):
            yield found
    for folder in elsewhere():
        if found := _known_above(folder, public_first, only=True):
            yield found
    if found := _known_above(Path(__file__).parents[1], public_first):
        yield found


def elsewhere() -> Iterator[Path]:
    """Folders in which assignments are looked for wherever one is: those of the variable ``AUTOGRADER_PATH``, then those
    of installed packages, which name theirs as entry points of the group ``autograder.assignments``.
    """
    for word in os.environ.get(SEARCH_PATH, "").split(os.pathsep):
        if word.strip() and Path(word).is_dir():
            yield Path(word)
    for point in entry_points(group=ENTRY_POINTS):
        with contextlib.suppress(ImportError, ValueError):  # a package that is half removed hides no other
            spec = importlib.util.find_spec(point.module)
            for folder in spec.submodule_search_locations or () if spec else ():
                yield Path(folder)


def _known_above(place: Path, public_first: bool, only: bool = False) -> dict[str, Path]:
    """
    Args:
        only: look into this folder, and at the assignments in it, not into those above it.
    """
    full: dict[str, Path] = {}
    public: dict[str, Path] = {}
    place = place.resolve()
    for folder in (place,) if only else (place, *place.parents):
        inside = [folder, *sorted(folder.glob("*"))] if only else []
        for one in (*inside, *sorted(folder.glob("solutions/*"))):
            if (one / SETTINGS).is_file() and one.name != "checks":
                full.setdefault(one.name, one)
        for beside in (*(inside or [folder]), *sorted(folder.glob("assignments/*"))):
            if (beside / "checks" / SETTINGS).is_file():
                public.setdefault(name_of(beside), beside)
    return {**full, **public} if public_first else {**public, **full}


def solutions_folder() -> Path:
    """The ``solutions/`` folder of the place one is in; a new one here, if there is none."""
    near = [folder.parent for folder in sources() if folder.parent.name == "solutions"]
    return near[0] if near else Path("solutions")


def first(folders: list[Path]) -> Path | None:
    """The one to begin with: the only one that comes after no other of these; None if there are several.

    Args:
        folders: of assignments, in either form.
    """
    known = {folder: load(folder) for folder in folders}
    names = {one.name for one in known.values()}
    found = [folder for folder, one in known.items() if one.after not in names - {one.name}]
    return found[0] if len(found) == 1 else None
