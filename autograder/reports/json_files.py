"""A report as JSON, read back with the figures beside it; and safe names for files."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from autograder.core import file_names
from autograder.core.languages import message
from autograder.core.records import Report
from autograder.core.system_errors import reason

LONGEST_STEM = 60
LARGEST_REPORT = 64 * 2**20  # bytes
SEAL = "written"  # key of a hash of all the rest, which shows that a report was changed by hand

_CLEAN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_LOOKS_HASHED = re.compile(r"-[0-9a-f]{12}$")
_NOT_ASCII = re.compile(r"[^\n\x20-\x7e]")  # of which a few are to be hidden
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


class ReportUnreadable(ValueError):
    """A file is not a report that this version can read. The text says which file and why."""


def report_json(report: Report) -> bytes:
    """A report's public form as UTF-8 JSON; characters that a terminal would obey or hide are written as escapes."""
    content = report.to_dict()
    content[SEAL] = _seal(content)
    text = json.dumps(content, allow_nan=False, ensure_ascii=False, indent=1) + "\n"
    return _NOT_ASCII.sub(lambda found: _escaped(found[0]), text).encode()


def read_report(path: Path | str, with_figures: bool = True) -> Report:
    """Reads what ``folder.write_report`` wrote, figures included where they still lie beside it.

    Unknown keys are ignored, so reports of later versions can be read as long as their format is the same.

    Args:
        with_figures: False where only marks and names are asked for; each figure is its own file.

    Raises:
        ReportUnreadable: with a sentence that names the file and what is wrong with it.
    """
    path = Path(path)
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST_REPORT + 1)
        if len(data) > LARGEST_REPORT:
            raise ValueError(message("it is larger than {size} MiB", size=LARGEST_REPORT // 2**20))
        report = Report.from_dict(json.loads(data.decode("utf-8-sig"), parse_constant=_no_number))
    except OSError as error:
        raise ReportUnreadable(message("{file} cannot be opened: {error}.", file=path.name, error=reason(error))) from error
    except UnicodeDecodeError as error:
        raise ReportUnreadable(message("{file} is not UTF-8 text.", file=path.name)) from error
    except json.JSONDecodeError as error:
        raise ReportUnreadable(message("{file} is not JSON: line {line}, {error}.", file=path.name, line=error.lineno, error=error.msg)) from error
    except RecursionError as error:
        raise ReportUnreadable(message("{file} is nested too deeply.", file=path.name)) from error
    except (ValueError, TypeError, AttributeError) as error:
        raise ReportUnreadable(message("{file} is not a report: {error}.", file=path.name, error=error)) from error
    return _with_figures(report, path) if with_figures else report


def is_edited(path: Path) -> bool:
    """Whether a report was changed since it was written. Another layout of the same content is not a change."""
    try:
        content = json.loads(path.read_bytes())
        return SEAL in content and content.pop(SEAL) != _seal(content)
    except FileNotFoundError:
        return False
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return True  # it was written whole


def _seal(content: dict) -> str:
    """A hash of a report's content."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]


def file_stem(name: str) -> str:
    """A file name's stem for a submission's name, safe on every system.

    A name of letters, digits and ``. _ -`` stays as it is. Any other is cut down to these and gets a piece of the
    original's hash, so that two names never share a file.

    Example:
        >>> file_stem("alice_01")
        'alice_01'
        >>> file_stem("../../x")
        'x-9cdf6a50100a'
    """
    clean = _CLEAN.fullmatch(name) and not file_names.is_device(name) and not _LOOKS_HASHED.search(name)
    return name if clean and len(name) <= LONGEST_STEM else _hashed(name)


def file_stems(names: Iterable[str]) -> dict[str, str]:
    """``file_stem`` for a whole class; names that differ only in capitals all get a hash, in whatever order they come.

    Example:
        >>> file_stems(["ada", "Ada", "ben"])["ben"]
        'ben'
    """
    stems = {name: file_stem(name) for name in names}
    times = Counter(stem.casefold() for stem in stems.values())
    return {name: _hashed(name) if times[stem.casefold()] > 1 else stem for name, stem in stems.items()}


def possible_stems(name: str) -> set[str]:
    """The stems that a submission's files may have: alone, or in a class with a name that differs in capitals only."""
    return {file_stem(name), _hashed(name)}


def page_name(stem: str) -> str:
    """The file name of the page that goes with ``<stem>.json``; also for a file with another name.

    Example:
        >>> page_name("x-9cdf6a50100a"), page_name("a b")
        ('x-9cdf6a50100a.html', 'a-b-c8687a08aa5d.html')
    """
    return f"{stem if _CLEAN.fullmatch(stem) and not file_names.is_device(stem) else _hashed(stem)}.html"


def _hashed(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    short = re.sub(r"[^A-Za-z0-9_]+", "-", letters).strip("-")[:40].strip("-") or "submission"
    return f"{short}-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def _escaped(character: str) -> str:
    return json.dumps(character)[1:-1] if unicodedata.category(character) in _HIDDEN else character


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is not a number")


def figures(report: Report, stem: str) -> list[tuple[str, bytes]]:
    """(file name, PNG or nothing) for every check."""
    return [
        (f"{stem}.{file_stem(exercise.name)}.{number}.png", check.figure)
        for exercise in report.exercises
        for number, check in enumerate(exercise.checks, 1)
    ]


def _with_figures(report: Report, path: Path) -> Report:
    found = {name: _read_figure(path.parent / name) for name, _nothing in figures(report, path.stem)}
    exercises = tuple(
        replace(
            exercise,
            checks=tuple(
                replace(check, figure=found[f"{path.stem}.{file_stem(exercise.name)}.{number}.png"])
                for number, check in enumerate(exercise.checks, 1)
            ),
        )
        for exercise in report.exercises
    )
    return replace(report, exercises=exercises)


def _read_figure(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
