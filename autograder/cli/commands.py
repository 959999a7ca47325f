"""Every command, and the group that loads only the one that was typed. Each is a module with a click command ``run``."""

from __future__ import annotations

import importlib

import click

from autograder import __version__
from autograder.cli.errors import DONE
from autograder.cli.help_texts import CommandGroup, write_commands
from autograder.core.languages import message, spoken
from autograder.core.near_names import suggest

# The first sentence of each command's help, so that the list of commands loads none of them. In the order of the list.
COMMANDS = {
    "demo": message("Grade a sample class, offline."),
    "start": message("Start here: copy an assignment into a folder of yours."),
    "watch": message("Check your page each time you save it."),
    "check": message("Check your page: what is right, what is wrong and why."),
    "list": message("List every exercise: passed, tried or not started."),
    "hint": message("Show the next hint for an exercise, from mild to strong."),
    "solution": message("Show a solution, once you have passed the exercise or asked twice."),
    "reset": message("Restore an exercise's stub, and save a copy of the page first."),
    "grade": message("Grade files and folders."),
    "course": message("Set up a course, with nbgrader or without, and see how it is doing."),
    "override": message("Correct a mark so that the correction lasts."),
    "desk": message("See and correct the marks of a course in a browser."),
    "explain": message("Show why a mark is what it is: inputs, results, what was expected, and the code."),
    "verify": message("Check receipts: their signatures, and that the pages give the same marks again."),
    "compare": message("Compare two gradings: whose marks changed, by which checks, and why."),
    "report": message("Rebuild the class report from a folder of reports."),
    "discover": message("Group wrong answers without a name by what they do, and draft mistakes."),
    "similar": message("List pairs of answers that share more than others of their exercise do."),
    "export": message("Write marks as CSV, or fill them into a file from Canvas or Moodle."),
    "pack": message("Pack an assignment for Gradescope, Classroom 50 or GitHub Actions."),
    "new-assignment": message("Make a new assignment from a template that passes the audit."),
    "draft": message("Draft checks, mistakes and alternatives from right answers."),
    "translate": message("Translate an assignment: make the files to translate, and list what is still to do."),
    "build": message("Build assignments/ from solutions/."),
    "audit": message("Prove that every check fails wrong answers and accepts right ones."),
    "doctor": message("Test whether submissions are isolated on this machine."),
}


def module_of(command: str) -> str:
    """The module that holds a command.

    Example:
        >>> module_of("new-assignment")
        'autograder.cli.new_assignment'
    """
    return f"autograder.cli.{command.replace('-', '_')}"


class LazyGroup(CommandGroup):
    """Loads a command when it is typed, and suggests a name for one that does not exist."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return importlib.import_module(module_of(cmd_name)).run if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: click.Context, args: list[str]):
        if args[0] not in COMMANDS:
            known = self.list_commands(ctx)
            ctx.fail(spoken("There is no command {name}.{near} Known: {names}.", name=repr(args[0]), near=suggest(args[0], known), names=", ".join(known)))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_commands(formatter, list(COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    subcommand_metavar="COMMAND ...",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def command_line(context: click.Context) -> int:
    """Checks and grades programming exercises."""
    if context.invoked_subcommand is None:
        print(context.get_help())
        print("\n" + spoken("New here? See a sample class with   autograder demo, or start an assignment with   autograder start"))
    return DONE
