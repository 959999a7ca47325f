"""Two gradings of a class are compared: whose marks changed, by which checks, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from autograder.cli import options
from autograder.cli.errors import DONE, TO_FIX, UsageError
from autograder.cli.graded_folder import of_one_assignment, read
from autograder.cli.terminal import relative, say
from autograder.core.files import write_atomically
from autograder.core.languages import message, shown, spoken
from autograder.core.languages.messages import plural

if TYPE_CHECKING:
    from autograder.core.records import Report
    from autograder.reports.compared_gradings import ComparedGradings, MarkComparison

FORMAT = 1  # of what --json prints
MOST_LISTED = 20  # students, by name


@click.command(cls=options.Command)
@options.language
@click.argument("old", type=Path, metavar="OLD")
@click.argument("new", type=Path, metavar="NEW")
@click.option("--assignment", "name", default="", metavar="NAME", help="The assignment, if the folders have reports of several.")
@click.option("--html", type=Path, metavar="FILE", help="Also write a page with all students.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON, for programs.")
def run(old: Path, new: Path, name: str, html: Path | None, as_json: bool) -> int:
    """Compare two gradings: whose marks changed, by which checks, and why.

    OLD and NEW are folders that autograder grade --out wrote. The exit code is 1 if a mark changed.
    """
    from autograder.reports import class_stats
    from autograder.reports.compared_gradings import compare

    before, _left = read(old)
    after, _left = read(new)
    one, other = (list(of_one_assignment(some, name, folder).values()) for some, folder in ((before, old), (after, new)))
    if one[0].assignment != other[0].assignment:
        raise UsageError(
            message(
                "{old} has reports of {one}, and {new} of {other}. Compare two gradings of one assignment.",
                old=old, one=one[0].assignment, new=new, other=other[0].assignment,
            )
        )
    found = compare(class_stats.named(one), class_stats.named(other))
    if as_json:
        print(json.dumps(as_content(one[0], found), indent=1))
    else:
        _print(found, old, new)
    if html is not None:
        from autograder.desk.comparison_page import page

        title = spoken("{assignment}: two gradings compared", assignment=one[0].assignment)
        write_atomically(html, page(found, title, str(old), str(new)).encode("utf-8", "replace"))
        if not as_json:
            say(f"\n{spoken('The page with all students: {page}', page=relative(html))}")
    if not as_json:
        step = spoken("Next: look at the pages of the students whose marks changed.")
        say(f"\n{step if found.changed else spoken('Next:   {command}', command=f'autograder report {relative(new)}')}")
    return TO_FIX if found.changed else DONE


def _print(found: ComparedGradings, old: Path, new: Path) -> None:
    from autograder.lms.filling import listed
    from autograder.reports.compared_gradings import signed
    from autograder.reports.wording import count

    say(message("{old} → {new}: {headline}", old=relative(old), new=relative(new), headline=found.headline))
    for mark in found.changed[:MOST_LISTED]:
        for line in _lines(mark):
            say(line)
    if len(found.changed) > MOST_LISTED:
        more = len(found.changed) - MOST_LISTED
        say(plural("  and {count} more: see them with --html FILE", "  and {count} more: see them with --html FILE", more))
    if found.by_cause:
        say(spoken("What was different, by the number of changed marks:"))
        for kind, number in found.by_cause:
            say(f"  {number} ×  {shown(kind)}")
    if found.by_check:
        say(spoken("Checks that came out differently:"))
        for one in found.by_check[:MOST_LISTED]:
            about = {"exercise": one.exercise, "check": one.title, "students": count(one.students, "student")}
            say(spoken("  {exercise}, {check}: {students}, {points} points together", points=signed(one.difference), **about))
    if found.quiet:
        names = listed([one.student for one in found.quiet], MOST_LISTED)
        say(spoken("The same mark, although a check came out differently: {names}.", names=names))
    for place, who in ((new, found.added), (old, found.gone)):
        if who:
            say(spoken("Only in {folder}: {names}.", folder=relative(place), names=listed(list(who), MOST_LISTED)))


def _lines(mark: MarkComparison) -> list[str]:
    from autograder.reports.compared_gradings import signed

    difference = f" ({signed(mark.difference)})" if mark.difference is not None else ""
    lines = [f"  {mark.student}: {shown(mark.before)} → {shown(mark.after)}{difference}"]
    lines += [f"    {one.exercise}, {shown(one.title)}: {shown(one.said)} ({signed(one.difference)})" for one in mark.checks]
    return [*lines, f"    {spoken('Why:')} {'; '.join(shown(cause.said) for cause in mark.causes)}."]


def as_content(report: Report, found: ComparedGradings) -> dict[str, Any]:
    """What ``--json`` prints."""
    marks = [
        {
            "student": mark.student,
            "before": mark.before,
            "after": mark.after,
            "difference": mark.difference,
            "checks": [
                {
                    "exercise": one.exercise,
                    "check": (one.after or one.before).name,  # type: ignore[union-attr]
                    "before": str(one.before.outcome) if one.before else None,
                    "after": str(one.after.outcome) if one.after else None,
                    "difference": one.difference,
                }
                for one in mark.checks
            ],
            "causes": [{"kind": cause.kind, "said": cause.said} for cause in mark.causes],
        }
        for mark in (*found.changed, *found.quiet)
    ]
    return {
        "format": FORMAT,
        "assignment": report.assignment,
        "changed": len(found.changed),
        "same": found.same,
        "marks": marks,
        "added": list(found.added),
        "gone": list(found.gone),
    }
