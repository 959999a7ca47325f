"""A folder of reports, as the commands that come after ``grade`` read it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from autograder.cli.errors import UsageError, WorkNotRight
from autograder.cli.terminal import progress
from autograder.core.records import Report

MOST_LISTED = 20  # files that are left out, by name


def read(folder: Path, shape: Callable[[Report], Report] | None = None) -> tuple[dict[str, Report], list[str]]:
    """Stem -> outline of each report, and what was left out, which is printed.

    Args:
        shape: what is kept of a report, in place of the outline.
    """
    from autograder.reports import outline, read_reports

    if not folder.exists():
        raise UsageError(f"There is no folder {folder}.")
    if not folder.is_dir():
        raise UsageError(f"{folder} is a file. Name the folder with the reports.")
    left_out: list[str] = []
    found: dict[str, Report] = {}
    with progress("reading the reports") as say:
        for stem, report in read_reports(folder, left_out.append):
            found[stem] = (shape or outline)(report)
            say(f"reading the reports: {len(found)}")
    for sentence in left_out[:MOST_LISTED]:
        print(f"Left out: {sentence}", file=sys.stderr)
    if len(left_out) > MOST_LISTED:
        print(f"Left out: {len(left_out) - MOST_LISTED} more files.", file=sys.stderr)
    if not found and left_out:
        raise WorkNotRight(f"None of the .json files in {folder} is a readable report.")
    if not found:
        raise UsageError(
            f"There is no report (.json) in {folder}. To make some, run   "
            f"autograder grade PATH --assignment NAME --out {folder}"
        )
    return found, left_out


def of_one_assignment(found: dict[str, Report], name: str, folder: Path) -> dict[str, Report]:
    """Those of one assignment, of which there must be one only where none is named."""
    from autograder.core.near_names import suggest
    from autograder.reports import one_line

    counts = Counter(report.assignment for report in found.values())
    names = [one_line(one) for one in sorted(counts)]
    if name and name not in counts:
        raise UsageError(f"There is no report of {name} in {folder}.{suggest(name, names)} There is: {', '.join(names)}.")
    if not name and len(counts) > 1:
        each = " and ".join(f"{one_line(one)} ({counts[one]})" for one in sorted(counts))
        raise UsageError(f"The reports in {folder} are of {each}. Choose one:   --assignment {names[0]}")
    return {stem: report for stem, report in found.items() if report.assignment == (name or report.assignment)}
