"""An assignment is packed for a place that grades by itself."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.cli import options
from autograder.cli.errors import DONE, UsageError, WorkNotRight
from autograder.cli.targets import known_budget, with_solutions
from autograder.cli.terminal import relative, slash
from autograder.content.assignment import Assignment
from autograder.core.files import write_atomically
from autograder.core.settings import Settings

GRADESCOPE, CLASSROOM = "gradescope", "github-classroom"
# Gradescope's own words (``hosted.gradescope_results.HIDDEN``; that module loads more than ``--help`` may), in ours.
SEEN = {
    "after_published": "once you publish the grades",
    "after_due_date": "after the due date",
    "hidden": "never",
    "visible": "immediately, at each upload",
}
USUAL = "after_published"


@click.command(cls=options.Command)
@click.option(
    "--for",
    "place",
    type=click.Choice([GRADESCOPE, CLASSROOM]),
    required=True,
    metavar="PLACE",
    help=f"Where it will run: {GRADESCOPE} or {CLASSROOM}.",
)
@options.assignment()
@click.option("--out", type=Path, metavar="PATH", help="Gradescope: a .zip; GitHub Classroom: a new folder.")
@click.option("--force", is_flag=True, help="Overwrite an existing zip.")
@options.seed("Gradescope: seed")
@options.budget("Gradescope: training budget")
@click.option(
    "--hidden",
    type=click.Choice(list(SEEN)),
    default=USUAL,
    metavar="WHEN",
    help=f"Gradescope: when students see the results of hidden checks: {', '.join(SEEN)} (default: {USUAL}).",
)
def run(place: str, name: str, out: Path | None, force: bool, hidden: str, **judging) -> int:
    """Pack an assignment for Gradescope or GitHub Classroom."""
    from autograder.authoring.build import AnswerLeaked
    from autograder.content.mistake_fingerprints import stored
    from autograder.hosted.pack_engine import NothingToPack
    from autograder.judging import diagnosis

    assignment = with_solutions(name)
    settings = options.settings(judging)
    known_budget(assignment, settings.budget)
    stale = diagnosis.stale(assignment, stored(assignment))
    if stale:
        raise WorkNotRight(f"The mistakes' signatures are out of date: {', '.join(stale)}. Next:   autograder build")
    try:
        if place == CLASSROOM:
            return _for_classroom(assignment, out)
        return _for_gradescope(assignment, out, force, settings, hidden)
    except NothingToPack as error:
        raise UsageError(str(error)) from error
    except AnswerLeaked as error:
        raise WorkNotRight(f"Nothing was written, because a file for students would reveal something hidden: {error}") from error


def _for_gradescope(
    assignment: Assignment, out: Path | None, force: bool, settings: Settings, hidden: str
) -> int:
    from autograder.hosted import pack_gradescope

    target = out or Path(f"{assignment.name}-gradescope.zip")
    if target.suffix.lower() != ".zip" or target.is_dir():
        raise UsageError(f"{target} is not the name of a zip file. Use --out FILE.zip.")
    if target.exists() and not force:
        raise UsageError(f"{target} already exists. Name another file with --out, or overwrite it with --force.")
    if not target.parent.is_dir():
        raise UsageError(f"{target} cannot be written: there is no folder {target.parent}.")
    content = pack_gradescope.packed(assignment, settings, hidden)
    write_atomically(target, content)
    print(f"{relative(target)}: {len(content) / 2**20:.1f} MiB, with the kit and the whole assignment {assignment.name}.")
    print("It holds the answers and the hidden checks: upload it to Gradescope and do not share it.")
    print(f"Students see the results of public checks immediately, and those of hidden checks: {SEEN[hidden]}.")
    print(f"\nNext: in Gradescope, Configure Autograder, upload {target.name}; then test it with a page:")
    print(f"      {relative(assignment.folder / f'{assignment.name}.py')}")
    return DONE


def _for_classroom(assignment: Assignment, out: Path | None) -> int:
    from autograder.hosted import pack_classroom

    target = out or Path(f"{assignment.name}-classroom")
    named = pack_classroom.write(assignment, target)
    print(f"{relative(target)}{slash()}: a template repository with {assignment.name} and {pack_classroom.WORKFLOW}.")
    print(f"Students see everything in it, so it has no hidden checks: {len(named)} exercises have public ones.")
    print(
        "Its marks are advice only, because students can change the checks in their own repository. For the final "
        "marks run   autograder grade   on your machine."
    )
    print("In Classroom, protect the paths .github/** and checks/**, and add no other autograding tests.")
    print(f"\nNext: cd {relative(target)}, git init, push it, mark it as a template, and select it in Classroom.")
    return DONE
