"""What ``--help`` shows, in the reader's language, in lines that fit where a letter takes two columns.

The texts are those that a command is written with: its docstring, and the help of its options. Translators find them there, see
``authoring.translations``.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import click

from autograder.core.languages import choice, message, shown, spoken, spoken_plural
from autograder.core.languages.docstrings import paragraphs
from autograder.core.languages.messages import Message

UNWRAPPED = "\b\n"  # click breaks no lines of a paragraph that begins so
LONGEST_FIRST = 30  # columns of names, as click has it
GAP = 2
OF_CLICK = {str(one): one for one in (message("Show this message and exit."), message("Show the version and exit."))}
_with_values: dict[str, Message] = {}  # the English text -> what it is made of


def explained(said: Message) -> str:
    """The help of an option that has values in it; click keeps only its text."""
    _with_values[said] = said
    return said


def translated(text: str) -> str:
    """A paragraph of help in the reader's language."""
    return shown(_with_values.get(text) or OF_CLICK.get(text) or Message(text))


class _Helps(click.Command):
    """Shows its help in the reader's language."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=spoken("Usage:") + " ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if not self.help:
            return
        formatter.write_paragraph()
        with formatter.indentation():
            width = formatter.width - formatter.current_indent
            formatter.write_text("\n\n".join(_in_lines(translated(one), width) for one in paragraphs(self.help)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = []
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is not None and isinstance(param, click.Option):
                own = param.help or ""  # click adds what it knows of the values
                rows.append((record[0], translated(own) + record[1].removeprefix(own)))
        _write_rows(formatter, spoken("Options"), rows)


class Command(_Helps):
    """Takes no option for the value of the option before it: in ``--out --jobs 2``, the folder is missing.

    Click would write the reports into a folder ``--jobs``.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        options = [one for one in self.get_params(ctx) if isinstance(one, click.Option)]
        known = {name for option in options for name in option.opts}
        with_value = {name for option in options if not option.is_flag for name in option.opts}
        words = list(itertools.takewhile("--".__ne__, args))
        if any(one.name == "language" and not one.expose_value for one in options):
            _speak_what_is_typed(words)
        for name, value in itertools.pairwise([*words, None]):
            if name in with_value and (value is None or value in known):
                said = spoken_plural("Option {name} requires an argument.", "Option {name} requires {nargs} arguments.", 1, name=repr(name), nargs=1)
                raise click.BadOptionUsage(name, said, ctx)
        return super().parse_args(ctx, args)


def _speak_what_is_typed(words: Sequence[str]) -> None:
    """Chooses the language before click looks at the other words: what is wrong with them is said in it, too."""
    for word, value in itertools.pairwise([*words, ""]):
        name, given, joined = word.partition("=")
        if name == "--language" and (given or not value.startswith("-")):
            choice.speak(joined if given else value)


class CommandGroup(_Helps, click.Group):
    """A command with others below it."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        write_commands(formatter, [(name, paragraphs(one.help)[0]) for name, one in commands if one is not None and one.help])


def write_commands(formatter: click.HelpFormatter, rows: Sequence[tuple[str, str]]) -> None:
    """A list of commands with the first paragraphs of their help."""
    _write_rows(formatter, spoken("Commands"), [(name, translated(said)) for name, said in rows])


def _write_rows(formatter: click.HelpFormatter, title: str, rows: Sequence[tuple[str, str]]) -> None:
    if not rows:
        return
    with formatter.section(title):
        first = min(max(len(name) for name, _said in rows), LONGEST_FIRST) + GAP
        formatter.write_dl([(name, _in_lines(said, max(formatter.width - first - GAP, 10))) for name, said in rows])


def _in_lines(text: str, width: int) -> str:
    """A paragraph in lines of so many columns; as it is where each letter takes one, for click."""
    from autograder.cli.terminal import columns

    if columns(text) == len(text):
        return text
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        lines = [*lines[:-1], longer] if columns(longer) <= width else [*lines, word]
    return UNWRAPPED + "\n".join(line for line in lines if line)
