"""Writes ``docs/reference/commands.md``: every command of ``autograder``, from its help. Run it after a change of one."""

import importlib
import inspect
from pathlib import Path

import click

from autograder.cli.commands import COMMANDS, command_line, module_of

TARGET = Path(__file__).parents[2] / "docs" / "reference" / "commands.md"
GROUPS = {
    "Try it": ("demo", "doctor"),
    "For students": ("start", "watch", "check", "list", "hint", "solution", "reset"),
    "For instructors": ("grade", "course", "override", "desk", "explain", "verify", "compare", "report", "discover", "similar", "export", "pack"),
    "For authors": ("new-assignment", "draft", "translate", "build", "audit"),
}
HEAD = """# Commands

Every command of `autograder`, as `autograder COMMAND --help` shows it. This page is made from the commands by
`python tests/support/command_reference.py`.

An exit code of 0 means that everything is done, 1 that something is left for you (a fault to fix, a submission without a mark),
2 that the command was not understood. If a command ends well, its last line names the next step.
"""


def text() -> str:
    """The page as Markdown."""
    parts = [HEAD]
    for title, names in GROUPS.items():
        parts.append(f"## {title}\n")
        for name in names:
            command = importlib.import_module(module_of(name)).run
            parts += _command(command, f"autograder {name}", 3)
    return "\n".join(parts).rstrip() + "\n"


def missing() -> set[str]:
    """Commands that are in no group, or in a group and do not exist."""
    return set(COMMANDS) ^ {name for names in GROUPS.values() for name in names}


def _command(command: click.Command, name: str, level: int) -> list[str]:
    around = click.Context(command_line, **command_line.context_settings)  # a command keeps the names of its first --help
    context = click.Context(command, info_name=name, parent=around)
    if isinstance(command, click.Group):  # of one command with several forms, only the forms are shown
        return [
            line
            for one in command.list_commands(context)
            for line in _command(command.get_command(context, one), f"{name} {one}", level)
        ]
    parts = [f"{'#' * level} `{name}`\n", _sentences(command.help or "")]
    parts.append(f"```text\n{' '.join([name, *command.collect_usage_pieces(context)])}\n```\n")
    rows = [one.get_help_record(context) for one in command.get_params(context) if isinstance(one, click.Option)]
    lines = [f"| `{names}` | {_cell(meaning)} |" for names, meaning in rows if "--help" not in names]
    if lines:
        parts.append("\n".join(["| option | meaning |", "| --- | --- |", *lines]) + "\n")
    return parts


def _sentences(text: str) -> str:
    paragraphs = inspect.cleandoc(text).split("\n\n")
    return "\n\n".join(" ".join(one.split()) for one in paragraphs) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("[", "\\[")


if __name__ == "__main__":
    TARGET.write_text(text(), "utf-8")
    print(TARGET)
