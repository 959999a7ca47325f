"""The folder of a class: for each submission one JSON, its figures beside it, and its own page in ``pages/``."""

from __future__ import annotations

import errno
import itertools
import logging
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from autograder.core.faults import kept_apart, not_final
from autograder.core.files import write_atomically
from autograder.core.languages import message, what_it_says
from autograder.core.records import EndsTheRun, Report, Status
from autograder.reports.class_stats import outline
from autograder.reports.html.submission import submission_page
from autograder.reports.json_files import (
    ReportUnreadable,
    figures,
    file_stem,
    is_edited,
    page_name,
    possible_stems,
    read_report,
    report_json,
)
from autograder.reports.sanitize import clean_png

log = logging.getLogger("autograder")

PAGES = "pages"
EDITED = "edited"
CLASS_PAGE = "report.html"
OF_A_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}  # errors that the next report would meet, too


class CannotWrite(EndsTheRun, OSError):
    """The folder for the reports takes none of them."""


def write_report(report: Report, folder: Path | str, stem: str | None = None) -> Path:
    """Writes ``<stem>.json``, for each check with a figure ``<stem>.<exercise>.<number>.png``, and ``pages/<stem>.html``.

    The JSON comes last: where it is, the others are too. Figures of an earlier report are taken away. A report that
    was changed by hand is never lost: a copy goes to ``edited/``, and a sentence says so.

    Args:
        folder: made if it is not there.
        stem: from ``file_stems`` when there is a whole class; else made from the submission's name.

    Returns:
        The JSON file's path.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    stem = stem or file_stem(report.submission)
    cleaned = _cleaned(report)
    for name, picture in figures(cleaned, stem):
        if picture:
            write_atomically(folder / name, picture)
        else:
            (folder / name).unlink(missing_ok=True)
    write_page(report if _damaged(report, cleaned) else cleaned, folder, stem)
    path = folder / f"{stem}.json"
    if is_edited(path):
        copy = _kept_copy(path)
        log.warning(
            "%s was changed by hand. The grader has written it again; your version is saved as %s", path, copy.relative_to(folder)
        )
    write_atomically(path, report_json(report))
    return path


def _kept_copy(path: Path) -> Path:
    """A copy of a file under a name that is still free."""
    folder = path.parent / EDITED
    folder.mkdir(exist_ok=True)
    names = (f"{path.stem}{'' if number == 1 else f'-{number}'}{path.suffix}" for number in itertools.count(1))
    copy = next(folder / name for name in names if not (folder / name).exists())
    write_atomically(copy, path.read_bytes())
    return copy
def write_or_tell(
    report: Report, folder: Path | str, stem: str, give: Callable[[Report], Report] = lambda written: written
) -> Report:
    """Like ``write_report``; but the report says what could not be written.

    Args:
        give: what is made of it in the same breath, such as its outline.

    Returns:
        What ``give`` makes of the report as it is written, or would be, had there been a place for it.

    Raises:
        CannotWrite: the folder takes none of the reports.
    """
    doing = message("writing the report")

    def write(one: Report) -> Report:
        try:
            write_report(one, folder, stem)
        except OSError as error:
            if error.errno in OF_A_DISK or not os.access(folder, os.W_OK):
                raise CannotWrite(error.errno, error.strerror, error.filename) from error
            raise
        return give(one)

    def tell(status: Status, text: str) -> Report:
        bare = not_final(replace(report, exercises=(), notes=(), suspicions=(), fingerprints=(), differences=()), status, text)
        return kept_apart(doing, report.submission, lambda: write(bare), lambda _status, _text: bare)

    return kept_apart(doing, report.submission, lambda: write(report), tell)


def write_page(report: Report, folder: Path, stem: str) -> Path:
    """Writes a submission's own page, for instructors, where the class page's links lead. Returns its path."""
    path = folder / PAGES / page_name(stem)
    path.parent.mkdir(exist_ok=True)
    page = submission_page(report, for_student=False, back=f"../{CLASS_PAGE}")
    write_atomically(path, page.encode("utf-8", "replace"), durable=False)
    return path


def write_handout(report: Report, folder: Path, stem: str) -> Path:
    """Writes a submission's page as its student may see it. Returns its path."""
    path = folder / page_name(stem)
    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(path, submission_page(report).encode("utf-8", "replace"), durable=False)
    return path


def page_addresses(stems: Mapping[str, str]) -> dict[str, str]:
    """Submission's name -> address of its page, as seen from the class page.

    Args:
        stems: submission's name -> its files' stem.
    """
    return {name: f"{PAGES}/{page_name(stem)}" for name, stem in stems.items()}


def read_reports(
    folder: Path | str, tell: Callable[[str], None], foreign: Callable[[Path], bool] = lambda path: False
) -> Iterator[tuple[str, Report]]:
    """Reads the reports of a folder one after the other, with their figures.

    In order of name; files that were renamed come last, so a copy never replaces what it was copied from.

    Args:
        tell: is given a sentence for each ``.json`` that is left out: damaged, no report, or of a submission that an
            earlier file was already about.
        foreign: of a file that is not a report, whether it is another program's, and left out without a word.

    Yields:
        The file's stem and the report.
    """
    seen: dict[str, str] = {}
    waiting = [(path, True) for path in _files(folder)]
    while waiting:
        path, first_time = waiting.pop(0)
        try:
            report = read_report(path)
        except ReportUnreadable as error:
            if not foreign(path):
                tell(what_it_says(error))
            continue
        if first_time and path.stem not in possible_stems(report.submission):
            waiting.append((path, False))
        elif report.submission in seen:
            tell(message("{file} is about the same submission as {other}.", file=path.name, other=seen[report.submission]))
        else:
            seen[report.submission] = path.name
            yield path.stem, report


def earlier_reports(folder: Path | str) -> dict[tuple[str, str], tuple[str, Report]]:
    """The reports in a folder, as earlier runs have left them: (assignment, submission) -> (the file's stem, an outline).

    Of two files about one submission that counts which bears its name; the other is a copy.
    """
    found: dict[tuple[str, str], tuple[str, Report]] = {}
    for path in _files(folder):
        try:
            report = outline(read_report(path, with_figures=False))
        except ReportUnreadable:  # another program's
            continue
        key = report.assignment, report.submission
        if key not in found or path.stem in possible_stems(report.submission):
            found[key] = path.stem, report
    return found


def _cleaned(report: Report) -> Report:
    """The same report with its figures made again; without those that cannot be."""
    exercises = tuple(
        replace(
            exercise, checks=tuple(replace(check, figure=clean_png(check.figure) or b"") for check in exercise.checks)
        )
        for exercise in report.exercises
    )
    return replace(report, exercises=exercises)


def _damaged(report: Report, cleaned: Report) -> bool:
    """Is there a figure that could not be made again? The page then says that one is left out."""
    pairs = zip(report.checks, cleaned.checks, strict=True)
    return any(before.figure and not after.figure for before, after in pairs)


def _files(folder: Path | str) -> list[Path]:
    """What may be reports, in order of name."""
    return [path for path in sorted(Path(folder).glob("*.json")) if not path.name.startswith(".")]
