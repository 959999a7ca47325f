"""A folder of reports, as the commands that come after ``grade`` read it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from autograder.cli.errors import UsageError, WorkNotRight
from autograder.cli.terminal import progress
from autograder.core.languages import message, plural, shown, spoken, with_and
from autograder.core.records import Report

MOST_LISTED = 20  # files that are left out, by name


def read(folder: Path, shape: Callable[[Report], Report] | None = None) -> tuple[dict[str, Report], list[str]]:
    """Stem -> outline of each report, and what was left out, which is printed.

    Args:
        shape: what is kept of a report, in place of the outline.
    """
    from autograder.reports import outline, read_reports

    if not folder.exists():
        raise UsageError(message("There is no folder {folder}.", folder=folder))
    if not folder.is_dir():
        raise UsageError(message("{path} is a file. Name the folder with the reports.", path=folder))
    left_out: list[str] = []
    found: dict[str, Report] = {}
    with progress(spoken("reading the reports")) as tell:
        for stem, report in read_reports(folder, left_out.append):
            found[stem] = (shape or outline)(report)
            tell(spoken("reading the reports: {number}", number=len(found)))
    for sentence in left_out[:MOST_LISTED]:
        print(spoken("Left out: {sentence}", sentence=sentence), file=sys.stderr)
    if len(left_out) > MOST_LISTED:
        print(shown(plural("Left out: {count} more file.", "Left out: {count} more files.", len(left_out) - MOST_LISTED)), file=sys.stderr)
    if not found and left_out:
        raise WorkNotRight(message("None of the .json files in {folder} is a readable report.", folder=folder))
    if not found:
        raise UsageError(
            message(
                "There is no report (.json) in {folder}. To make some, run   {command}",
                folder=folder, command=f"autograder grade PATH --assignment NAME --out {folder}",
            )
        )  # fmt: skip
    return found, left_out


def of_one_assignment(found: dict[str, Report], name: str, folder: Path) -> dict[str, Report]:
    """Those of one assignment, of which there must be one only where none is named."""
    from autograder.core.near_names import suggest
    from autograder.reports import one_line

    counts = Counter(report.assignment for report in found.values())
    names = [one_line(one) for one in sorted(counts)]
    if name and name not in counts:
        raise UsageError(
            message("There is no report of {name} in {folder}.{near} There is: {names}.", name=name, folder=folder, near=suggest(name, names), names=", ".join(names))
        )
    if not name and len(counts) > 1:
        each = with_and([f"{one_line(one)} ({counts[one]})" for one in sorted(counts)])
        raise UsageError(message("The reports in {folder} are of {each}. Choose one:   --assignment {first}", folder=folder, each=each, first=names[0]))
    return {stem: report for stem, report in found.items() if report.assignment == (name or report.assignment)}
