"""An assignment is packed for a place that grades by itself."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.cli import options
from autograder.cli.errors import DONE, UsageError, WorkNotRight
from autograder.cli.help_texts import explained
from autograder.cli.targets import known_budget, with_solutions
from autograder.cli.terminal import relative, slash
from autograder.content.assignment import Assignment
from autograder.content.packed_solutions import is_for_now
from autograder.core.files import write_atomically
from autograder.core.languages import message, what_it_says, with_or
from autograder.core.settings import Settings

GRADESCOPE, CLASSROOM50, GITHUB_ACTIONS = "gradescope", "classroom50", "github-actions"
GONE = {
    "github-classroom": "GitHub Classroom ended on 28 August 2026, so there is no pack for it. Use   --for classroom50   "
    "(Classroom 50 also gives each student a repository and collects the points) or   --for github-actions   "
    "(a repository that runs the public checks after each push).",
}
# Gradescope's own words (``hosted.gradescope_results.HIDDEN``; that module loads more than ``--help`` may), in ours.
SEEN = {
    "after_published": "once you publish the grades",
    "after_due_date": "after the due date",
    "hidden": "never",
    "visible": "immediately, at each upload",
}
USUAL = "after_published"


class Place(click.Choice):
    """Knows places that exist no more, and says where to go instead."""

    def convert(self, value, param, ctx):
        if value in GONE:
            raise UsageError(GONE[value])
        return super().convert(value, param, ctx)


@click.command(cls=options.Command)
@click.option(
    "--for",
    "place",
    type=Place([GRADESCOPE, CLASSROOM50, GITHUB_ACTIONS]),
    required=True,
    metavar="PLACE",
    help=explained(message("Where it will run: {names}.", names=with_or([GRADESCOPE, CLASSROOM50, GITHUB_ACTIONS]))),
)
@options.assignment()
@click.option("--out", type=Path, metavar="PATH", help="Gradescope: a .zip; the others: a new folder.")
@click.option("--force", is_flag=True, help="Overwrite an existing zip.")
@options.seed(message("Gradescope: seed of the hidden inputs (default: {usual})."))
@options.budget(message("Gradescope: training budget (default: {usual})."))
@options.backend
@click.option(
    "--hidden",
    type=click.Choice(list(SEEN)),
    default=USUAL,
    metavar="WHEN",
    help=explained(message("Gradescope: when students see the results of hidden checks: {names} (default: {usual}).", names=", ".join(SEEN), usual=USUAL)),
)
def run(place: str, name: str, out: Path | None, force: bool, hidden: str, **judging) -> int:
    """Pack an assignment for Gradescope, Classroom 50 or GitHub Actions."""
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
        if place == CLASSROOM50:
            return _for_classroom50(assignment, out, settings.backend)
        if place == GITHUB_ACTIONS:
            return _for_github_actions(assignment, out, settings.backend)
        return _for_gradescope(assignment, out, force, settings, hidden)
    except NothingToPack as error:
        raise UsageError(what_it_says(error)) from error
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
    page = f"{assignment.name}.py"
    print(f"      {f'the {page} that autograder start makes' if is_for_now(assignment.folder) else relative(assignment.folder / page)}")
    return DONE


def _for_classroom50(assignment: Assignment, out: Path | None, backend: str) -> int:
    from autograder.hosted import pack_classroom50

    target = out or Path(f"{assignment.name}-{CLASSROOM50}")
    slug = pack_classroom50.write(assignment, target, backend)
    print(f"{relative(target)}{slash()}: the autograder of {slug}, a template repository, and {pack_classroom50.RUNTIME}.")
    print("Classroom 50 publishes the autograder on a public page, so it has no hidden checks and no answers.")
    print(_advice("everybody can read these checks"))
    print(f"\nNext: follow the three steps in {relative(target / pack_classroom50.README)}.")
    return DONE


def _for_github_actions(assignment: Assignment, out: Path | None, backend: str) -> int:
    from autograder.hosted import pack_github_actions
    from autograder.reports.wording import count

    target = out or Path(f"{assignment.name}-{GITHUB_ACTIONS}")
    named = pack_github_actions.write(assignment, target, backend)
    print(f"{relative(target)}{slash()}: a template repository with {assignment.name} and {pack_github_actions.WORKFLOW}.")
    print(f"Students see everything in it, so it has no hidden checks. Public ones: {count(len(named), 'exercise')}.")
    print(_advice("students can change the checks in their own repository"))
    print(f"\nNext: cd {relative(target)}, git init, push it, and mark it as a template on GitHub.")
    return DONE


def _advice(why: str) -> str:
    return f"Its points are advice only, because {why}. For the final marks run   autograder grade   on your machine."
