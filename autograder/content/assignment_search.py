"""Where assignments are: by name, by folder, or beside a student's file."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

from autograder.content.assignment import Assignment, AssignmentNotFound
from autograder.content.assignment_folder import SETTINGS, load, name_of
from autograder.core.near_names import suggest


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
    wanted = name or (near.stem if near else "")
    if wanted in known:
        return _with_hidden_checks(load(known[wanted]))
    if not name and near is not None:  # a file by another name: the checks beside it, or the only assignment there is
        beside = near.resolve().parent
        if (beside / "checks" / SETTINGS).is_file():
            return _with_hidden_checks(load(known.get(name_of(beside), beside)))
        if len(known) == 1:
            return _with_hidden_checks(load(next(iter(known.values()))))
    there = f" Available: {', '.join(sorted(known))}." if known else ""
    asked = (
        f"There is no assignment {wanted!r} here." if wanted else "Name the assignment: --assignment NAME."
    )
    raise AssignmentNotFound(f"{asked}{suggest(wanted, list(known))}{there}")


def is_place(name: str) -> bool:
    """Whether words for an assignment mean a folder and nothing else: ``./mnist``, but not ``mnist``."""
    return bool(name) and Path(name).name != name


def _with_hidden_checks(found: Assignment) -> Assignment:
    """The full form of a released assignment, if a clone is available that has it with the same exercises; else itself."""
    for place in (Path.cwd(), Path(__file__).parents[1]) if found.public else ():
        folder = _known_above(place, public_first=False).get(found.name)
        if folder is not None and (folder / SETTINGS).is_file():
            full = load(folder)
            if full.functions == found.functions:
                return _with_points(full)
    return _with_points(found)


def _with_points(found: Assignment) -> Assignment:
    """With what each exercise is worth: written in the student's form, so that no check need be collected to add it up."""
    if found.public:
        return found
    for folder in released(found.name)[:1]:
        settings = tomllib.loads((folder / "checks" / SETTINGS).read_text("utf-8")).get("exercises", {})
        worth = {name: values.get("points", 0) for name, values in settings.items() if isinstance(values, dict)}
        known = [replace(one, points=float(worth.get(one.name, 0))) for one in found.exercises]
        return replace(found, exercises=tuple(known))
    return found


def released(name: str = "") -> list[Path]:
    """Folders of assignments in the student's form, to make a working copy from: from a clone that one is in, else
    from the clone or the wheel that this package came in.

    Args:
        name: of an assignment; empty for all.
    """
    found: dict[str, Path] = {}
    for place in (Path.cwd(), Path(__file__).parents[1]):
        for folder in (place, *place.parents):
            for beside in sorted(folder.glob("assignments/*")):
                if (beside / "checks" / SETTINGS).is_file():
                    found.setdefault(name_of(beside), beside)
    return [folder for known, folder in found.items() if known == name or not name]


def all_near(near: Path | None = None) -> list[Path]:
    """Folders of all assignments near a page; those in the student's form first."""
    folders = {*_known(near).values(), *_known(near, public_first=True).values()}
    return sorted(folders, key=lambda folder: ((folder / SETTINGS).is_file(), str(folder)))


def _known(near: Path | None, public_first: bool = False) -> dict[str, Path]:
    """Name -> folder of the assignments above a page; else of those above this process; else above this package."""
    for place in (near.parent if near else None, Path.cwd(), Path(__file__).parents[1]):
        found = _known_above(place, public_first) if place else {}
        if found:
            return found
    return {}


def _known_above(place: Path, public_first: bool) -> dict[str, Path]:
    full: dict[str, Path] = {}
    public: dict[str, Path] = {}
    for folder in (place.resolve(), *place.resolve().parents):
        for settings in sorted(folder.glob(f"solutions/*/{SETTINGS}")):
            full.setdefault(settings.parent.name, settings.parent)
        for beside in (folder, *sorted(folder.glob("assignments/*"))):
            if (beside / "checks" / SETTINGS).is_file():
                public.setdefault(name_of(beside), beside)
    return {**full, **public} if public_first else {**public, **full}
