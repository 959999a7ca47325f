"""Wrong answers of a graded class that have no name yet, in groups, with a draft of a mistake for each."""

from __future__ import annotations

import ast
import json
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from autograder.cli import options
from autograder.cli.discover_pages import ToLookAt, is_course, of_course, of_folder, to_look_at
from autograder.cli.errors import DONE, TO_FIX
from autograder.cli.targets import name_to_type
from autograder.cli.terminal import progress, relative, say, slash
from autograder.content.assignment import Assignment
from autograder.content.code_cells import tree
from autograder.content.packed_solutions import is_for_now
from autograder.core.file_names import few
from autograder.core.files import write_atomically
from autograder.core.languages import message, shown, spoken
from autograder.core.languages.messages import plural
from autograder.core.records import Report
from autograder.reports.sanitize import one_line, plain
from autograder.reports.wording import count

if TYPE_CHECKING:
    from autograder.authoring.discovery import Discovered, Group

FORMAT = 1  # of what --json prints
MOST_LISTED = 12  # students, by name
LONGEST_MESSAGE = 600


@click.command(cls=options.Command)
@options.language
@click.argument("folder", type=Path, metavar="DIR")
@click.argument("exercises", nargs=-1, metavar="[EXERCISE]...")
@options.assignment(message("by the reports"))
@click.option(
    "--submissions", type=Path, multiple=True, metavar="PATH", help="Where the pages are (default: where they were graded)."
)
@click.option("--to", type=Path, metavar="FOLDER", help="Folder for the drafts (default: DIR-unnamed, beside DIR).")
@click.option("--seeds", type=click.IntRange(1), default=3, metavar="N", help="Judge each answer with N seeds (default: 3).")
@click.option("--json", "as_json", is_flag=True, help="Print the groups as JSON; drafts are written only with --to.")
def run(
    folder: Path, exercises: tuple[str, ...], name: str, submissions: tuple[Path, ...], to: Path | None, seeds: int, as_json: bool
) -> int:
    """Group wrong answers without a name by what they do, and draft mistakes.

    DIR is the folder that autograder grade --out wrote, or a course without nbgrader. Without any EXERCISE, it looks at all exercises. Each wrong answer that no known mistake explains is judged again. For
    each group you get its shortest program, without the names that the student gave, a small input on which it is wrong, and a draft of a mistake file:
    write the lesson, copy it into the assignment's folder mistakes/, and run autograder audit.
    """
    from autograder.authoring import discovery
    from autograder.sandbox.launcher import Starters

    graded = of_course(folder, name, submissions) if is_course(folder) else of_folder(folder, name, submissions)
    assignment, reports = graded.assignment, graded.reports
    wanted = {assignment.exercise(word).name for word in exercises} or assignment.functions
    writes = to is not None or not as_json
    with progress(spoken("reading the pages")) as tell:
        todo = to_look_at(graded, wanted)
        with Starters() as starters:
            target = to or folder.resolve().with_name(f"{folder.resolve().name}-unnamed")
            taken = _taken(assignment.folder) | (_taken(target / assignment.name) if writes else set())
            tried = discovery.audit_seeds(seeds, reports[0].seed)
            done = discovery.discover(assignment, todo.answers, tried, starters, taken, tell)
    written = _write(done.groups, target / assignment.name) if writes else {}
    if as_json:
        print(json.dumps(_content(assignment, reports, done, written, todo), ensure_ascii=True, indent=1))
    else:
        _print(assignment, reports, done, written, _sentences(done, todo))
        _next(folder, assignment, done)
    return TO_FIX if graded.left_out or todo.missing or todo.whole else DONE


def _taken(folder: Path) -> set[str]:
    return {path.stem for path in (folder / "mistakes").glob("*__*.py")}


def _write(groups: list[Group], target: Path) -> dict[str, Path]:
    """Writes the drafts. A program that an earlier run has drafted is not written again: its author may have begun.

    Returns:
        The group's own place -> where its draft is.
    """
    there = {_code(path.read_text("utf-8", "replace")): path for path in sorted((target / "mistakes").glob("*__*.py"))}
    written = {}
    for one in groups:
        path = there.get(_code(one.draft), target / one.file)
        if path == target / one.file:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, one.draft.encode("utf-8", "backslashreplace"))
        written[one.file] = path
    return written


def _code(source: str) -> str:
    """A program without its layout, comments and first docstring."""
    try:
        body = tree(source).body
    except (SyntaxError, ValueError, RecursionError):
        return source
    return ast.unparse(ast.Module(body[1:] if ast.get_docstring(ast.Module(body, [])) is not None else body, []))


def _print(
    assignment: Assignment, reports: list[Report], done: Discovered, written: dict[str, Path], sentences: list[str]
) -> None:
    people = {one.submission: one.person or one.submission for one in reports}
    for number, one in enumerate(done.groups, 1):
        who = few([one_line(people[name], 40) for name in one.submissions], MOST_LISTED)
        say(spoken("{number}. {exercise}: {students} ({names})", number=number, exercise=one.exercise, students=count(len(one.submissions), "student"), names=who))
        for check in one.checks:
            text = " ".join(plain(shown(check.message or check.title), LONGEST_MESSAGE).split())
            say(textwrap.fill(f"✗ {one_line(check.name)}: {text}", 110, initial_indent="   ", subsequent_indent="     "))
        if one.smallest:
            small = spoken("For example, {smallest}", smallest=" ".join(plain(shown(one.smallest), LONGEST_MESSAGE).split()))
            say(textwrap.fill(small, 110, initial_indent="     ", subsequent_indent="     "))
        say()
        say(textwrap.indent(plain(one.source, 10 * LONGEST_MESSAGE).rstrip(), "       "))
        say()
        say("   " + spoken("Draft: {file}", file=relative(written[one.file])))
        if one.objection:
            needs = spoken("The audit needs more than a lesson: {objection}.", objection=one.objection)
            say(textwrap.fill(needs, 110, initial_indent="   ", subsequent_indent="   "))
        say()
    say(_summary(done))
    for sentence in sentences:
        say(sentence)


def _next(folder: Path, assignment: Assignment, done: Discovered) -> None:
    if done.groups and is_for_now(assignment.folder):
        command = f"autograder start {assignment.name} --with-solutions"
        say("\n" + spoken("Next: write a lesson into a draft, and make a folder for it:   {command}", command=command))
    elif done.groups:
        first = done.groups[0]
        folder = f"{relative(assignment.folder)}{slash()}mistakes{slash()}"
        command = f"autograder audit {name_to_type(assignment)} {first.exercise}"
        say("\n" + spoken("Next: write a lesson into a draft, move it into {folder}, then   {command}", folder=folder, command=command))
    elif is_course(folder):
        say("\n" + spoken("Next:   {command}", command=f"autograder course status {relative(folder)}"))
    else:
        say("\n" + spoken("Next:   {command}", command=f"autograder grade PATH --assignment {name_to_type(assignment)} --out DIR"))


def _summary(done: Discovered) -> str:
    answers = sum(len(one.submissions) for one in done.groups)
    if not answers:
        return message("No answer goes wrong in a way that has no name yet.")
    groups = plural("{count} group", "{count} groups", len(done.groups))
    return plural(
        "{count} answer goes wrong in a way that has no name yet, in {groups}.",
        "{count} answers go wrong in a way that has no name yet, in {groups}.",
        answers, groups=groups,
    )  # fmt: skip


def _sentences(done: Discovered, todo: ToLookAt) -> list[str]:
    """What became of the other answers, and which of them could not be looked at."""
    said = []
    if done.named:
        names = few(sorted({f"{one.exercise}: {mistake}" for one, mistake in done.named}), MOST_LISTED)
        said.append(
            plural(
                "{count} other answer has a name now ({names}). Grade again to show it.",
                "{count} other answers have a name now ({names}). Grade again to show it.",
                len(done.named), names=names,
            )
        )  # fmt: skip
    if done.right:
        exercises = few(sorted({one.exercise for one in done.right}), MOST_LISTED)
        said.append(
            plural(
                "{count} other answer is right on the assignment's own page ({exercises}): what goes wrong is elsewhere on the student's page, "
                "or happened once.",
                "{count} other answers are right on the assignment's own page ({exercises}): what goes wrong is elsewhere on the student's page, "
                "or happened once.",
                len(done.right), exercises=exercises,
            )
        )  # fmt: skip
    if todo.missing:
        who = few([one_line(name, 40) for name in todo.missing], MOST_LISTED)
        said.append(
            plural(
                "{count} page is not there as graded ({names}). Name the folder:   --submissions FOLDER",
                "{count} pages are not there as graded ({names}). Name the folder:   --submissions FOLDER",
                len(todo.missing), names=who,
            )
        )  # fmt: skip
    if todo.whole:
        who = few([one_line(name, 40) for name in todo.whole], MOST_LISTED)
        said.append(
            plural(
                "{count} answer cannot be taken out of the student's page, and is in no group ({names}).",
                "{count} answers cannot be taken out of the student's page, and are in no group ({names}).",
                len(todo.whole), names=who,
            )
        )  # fmt: skip
    if todo.other_variants:
        exercises = few(sorted({one.exercise for one in todo.other_variants}), MOST_LISTED)
        said.append(
            plural(
                "{count} other answer is to a variant of the exercise, and is in no group ({exercises}).",
                "{count} other answers are to variants of the exercises, and are in no group ({exercises}).",
                len(todo.other_variants), exercises=exercises,
            )
        )  # fmt: skip
    return said


def _content(
    assignment: Assignment,
    reports: list[Report],
    done: Discovered,
    written: dict[str, Path],
    todo: ToLookAt,
) -> dict[str, Any]:
    """What ``--json`` prints. Keys are a promise: more may be added, none renamed."""
    groups = [
        {
            "exercise": one.exercise,
            "students": list(one.submissions),
            "checks": [{"name": c.name, "title": c.title, "outcome": c.outcome, "message": c.message} for c in one.checks],
            "call": one.call,
            "smallest": one.smallest,
            "source": one.source,
            "draft": {"file": one.file, "text": one.draft, "written": str(written[one.file]) if one.file in written else ""},
            "objection": one.objection,
        }
        for one in done.groups
    ]
    return {
        "format": FORMAT,
        "assignment": assignment.name,
        "reports": len(reports),
        "groups": groups,
        "named": [{"student": one.submission, "exercise": one.exercise, "mistake": name} for one, name in done.named],
        "right": [{"student": one.submission, "exercise": one.exercise} for one in done.right],
        "missing": todo.missing,
        "not_taken_out": todo.whole,
        "other_variants": [{"student": one.submission, "exercise": one.exercise} for one in todo.other_variants],
    }
