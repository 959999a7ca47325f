"""The parser: every command, with its options. Each command is a module with ``add(commands)`` and ``run(options)``."""

from __future__ import annotations

import argparse
import importlib
import re
import sys
from collections.abc import Sequence

from autograder import __version__
from autograder.cli.errors import DONE, USAGE
from autograder.content.assignment import suggest

COMMANDS = (  # in the order of --help
    "demo",
    *("start", "watch", "check", "list", "hint", "solution", "reset"),
    *("grade", "course", "report", "export", "pack"),
    *("build", "audit", "doctor"),
)


def make(arguments: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The whole command line.

    Args:
        arguments: what was typed. Where it begins with a command, that one is enough; the others need not be loaded.
    """
    parser = _Parser(prog="autograder", description="Checks and grades exercises for a first neural network.")
    parser.add_argument("--version", action="version", version=f"autograder {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)
    parser.set_defaults(run=lambda _options: _welcome(parser))
    for name in [name for name in arguments[:1] if name in COMMANDS] or COMMANDS:
        module = importlib.import_module(f"autograder.cli.{name}")
        module.add(commands).set_defaults(run=module.run)
    return parser


def _welcome(parser: argparse.ArgumentParser) -> int:
    parser.print_help()
    print("\nNew here? See a sample class with   autograder demo, or start an assignment with   autograder start")
    return DONE


class _Parser(argparse.ArgumentParser):
    """Says what was probably meant, and takes options between the words as well: ``check page.py --public normalize``."""

    _between = False

    def parse_known_args(self, args=None, namespace=None):
        if self._between or self._subparsers is not None:
            return super().parse_known_args(args, namespace)
        self._between = True  # what is called here calls this method again, for each half of its work
        try:
            found, left = self.parse_known_intermixed_args(args, namespace)
        finally:
            self._between = False
        if left:
            self.error(self._unknown(left[0]))
        return found, left

    def _unknown(self, word: str) -> str:
        if not word.startswith("-"):
            return f"unexpected argument: {word!r}."
        name = word.partition("=")[0]
        known = [option[2:] for option in self._option_string_actions if option.startswith("--")]
        return f"There is no option {name} for this command.{suggest(name.lstrip('-'), known, before='--')}"

    def error(self, message: str) -> None:
        choice = re.search(r"(?:argument (\S+): )?invalid choice: '([^']*)' \(choose from (.*)\)", message)
        if choice:
            place, given, names = choice.groups()
            known = re.findall(r"[\w-]+", names)
            what = (
                f"{place} takes no {given!r}" if place and place.startswith("-") else f"There is no command {given!r}"
            )
            message = f"{what}.{suggest(given, known)} Known: {', '.join(known)}."
        print(f"autograder: {message}\nTry   {self.prog} --help", file=sys.stderr)
        sys.exit(USAGE)
