"""An assignment is packed for a place that grades by itself."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.cli import options
from autograder.cli.errors import DONE, UsageError, WorkNotRight
from autograder.cli.help_texts import explained
from autograder.cli.targets import known_budget, with_solutions
from autograder.cli.terminal import relative, say, slash
from autograder.content.assignment import Assignment
from autograder.content.packed_solutions import is_for_now
from autograder.core.files import write_atomically
from autograder.core.languages import message, plural, shown, spoken, what_it_says, with_or
from autograder.core.settings import Settings

GRADESCOPE, CLASSROOM50, GITHUB_ACTIONS = "gradescope", "classroom50", "github-actions"
GONE = {
    "github-classroom": message(
        "GitHub Classroom ended on 28 August 2026, so there is no pack for it. Use   --for classroom50   "
        "(Classroom 50 also gives each student a repository and collects the points) or   --for github-actions   "
        "(a repository that runs the public checks after each push)."
    ),
}
# Gradescope's own words (``hosted.gradescope_results.HIDDEN``; that module loads more than ``--help`` may), in ours.
SEEN = {
    "after_published": message("once you publish the grades"),
    "after_due_date": message("after the due date"),
    "hidden": message("never"),
    "visible": message("immediately, at each upload"),
}
USUAL = "after_published"


class Place(click.Choice):
    """Knows places that exist no more, and says where to go instead."""

    def convert(self, value, param, ctx):
        if value in GONE:
            raise UsageError(GONE[value])
        return super().convert(value, param, ctx)


@click.command(cls=options.Command)
@options.language
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
        raise WorkNotRight(message("The mistakes' signatures are out of date: {names}. Next:   {command}", names=", ".join(stale), command="autograder build"))
    try:
        if place == CLASSROOM50:
            return _for_classroom50(assignment, out, settings.backend)
        if place == GITHUB_ACTIONS:
            return _for_github_actions(assignment, out, settings.backend)
        return _for_gradescope(assignment, out, force, settings, hidden)
    except NothingToPack as error:
        raise UsageError(what_it_says(error)) from error
    except AnswerLeaked as error:
        raise WorkNotRight(message("Nothing was written, because a file for students would reveal something hidden: {where}", where=error)) from error


def _for_gradescope(
    assignment: Assignment, out: Path | None, force: bool, settings: Settings, hidden: str
) -> int:
    from autograder.hosted import pack_gradescope

    target = out or Path(f"{assignment.name}-gradescope.zip")
    if target.suffix.lower() != ".zip" or target.is_dir():
        raise UsageError(message("{file} is not the name of a zip file. Use --out FILE.zip.", file=target))
    if target.exists() and not force:
        raise UsageError(message("{file} already exists. Name another file with --out, or overwrite it with --force.", file=target))
    if not target.parent.is_dir():
        raise UsageError(message("{file} cannot be written: there is no folder {folder}.", file=target, folder=target.parent))
    content = pack_gradescope.packed(assignment, settings, hidden)
    write_atomically(target, content)
    size = len(content) / 2**20
    say(spoken("{file}: {size:.1f} MiB, with the kit and the whole assignment {name}.", file=relative(target), size=size, name=assignment.name))
    say(message("It holds the answers and the hidden checks: upload it to Gradescope and do not share it."))
    say(message("Students see the results of public checks immediately, and those of hidden checks: {when}.", when=SEEN[hidden]))
    say("\n" + spoken("Next: in Gradescope, Configure Autograder, upload {file}; then test it with a page:", file=target.name))
    page = f"{assignment.name}.py"
    there = message("the {page} that autograder start makes", page=page) if is_for_now(assignment.folder) else str(relative(assignment.folder / page))
    say(f"      {shown(there)}")
    return DONE


def _for_classroom50(assignment: Assignment, out: Path | None, backend: str) -> int:
    from autograder.hosted import pack_classroom50

    target = out or Path(f"{assignment.name}-{CLASSROOM50}")
    slug = pack_classroom50.write(assignment, target, backend)
    folder = f"{relative(target)}{slash()}"
    say(spoken("{folder}: the autograder of {slug}, a template repository, and {file}.", folder=folder, slug=slug, file=pack_classroom50.RUNTIME))
    say(message("Classroom 50 publishes the autograder on a public page, so it has no hidden checks and no answers."))
    say(
        message(
            "Its points are advice only, because everybody can read these checks. For the final marks run   {command}   on your machine.",
            command="autograder grade",
        )
    )
    say("\n" + spoken("Next: follow the three steps in {file}.", file=relative(target / pack_classroom50.README)))
    return DONE


def _for_github_actions(assignment: Assignment, out: Path | None, backend: str) -> int:
    from autograder.hosted import pack_github_actions

    target = out or Path(f"{assignment.name}-{GITHUB_ACTIONS}")
    named = pack_github_actions.write(assignment, target, backend)
    folder = f"{relative(target)}{slash()}"
    say(spoken("{folder}: a template repository with {name} and {file}.", folder=folder, name=assignment.name, file=pack_github_actions.WORKFLOW))
    public = plural(
        "Students see everything in it, so it has no hidden checks. Public ones: {count} exercise.",
        "Students see everything in it, so it has no hidden checks. Public ones: {count} exercises.",
        len(named),
    )
    say(public)
    say(
        message(
            "Its points are advice only, because students can change the checks in their own repository. For the final marks run   {command}   "
            "on your machine.",
            command="autograder grade",
        )
    )
    say("\n" + spoken("Next: cd {folder}, git init, push it, and mark it as a template on GitHub.", folder=relative(target)))
    return DONE
