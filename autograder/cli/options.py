"""What a command line can say: a command that notices a missing value, and the options that several commands have."""

from __future__ import annotations

import os

import click

from autograder.cli.help_texts import Command as Command
from autograder.cli.help_texts import explained
from autograder.core import keras_backend
from autograder.core.languages import Message, message, shown, spoken, what_it_says
from autograder.core.settings import LEAST_RECHECK, Settings

USUAL = Settings()
SEED, BUDGET = message("Seed of the hidden inputs (default: {usual})."), message("Training budget: quick or full (default: {usual}).")
ONLY_ONE = message("the only one there is")
LEVELS = ("full", "reduced", "none")
ISOLATION = explained(message("Highest isolation level to try: full, reduced or none (default: {level}).", level=USUAL.isolation))


def natural(text: str, least: int = 0) -> int:
    if not text.isdecimal() or int(text) < least:
        raise click.BadParameter(spoken("{text} is not a whole number of {least} or more.", text=repr(text), least=least))
    return int(text)


def positive(text: str) -> int:
    return natural(text, 1)


def share(text: str) -> float:
    """A share of what shortcuts save: never less than the least that makes them safe."""
    try:
        found = float(text)
    except ValueError:
        found = -1.0
    if not LEAST_RECHECK <= found <= 1:
        raise click.BadParameter(spoken("{text} is not a share from {least} to 1.", text=repr(text), least=LEAST_RECHECK))
    return found


def assignment(default: str = ONLY_ONE):
    """
    Args:
        default: which assignment is taken where none is named, in words.
    """
    return click.option("--assignment", "name", default="", metavar="NAME", help=explained(message("Name or folder (default: {default}).", default=default)))


def language(command):
    """In which language a command speaks; without it, the one of the environment or the system."""
    option = click.option(
        "--language", metavar="LANGUAGE", expose_value=False, is_eager=True, callback=_read_in, help="Language, such as ko (default: the page's, or your system's)."
    )
    return option(command)


def _read_in(_context: click.Context, _option: click.Parameter, typed: str | None) -> None:
    from autograder.core.languages import choice

    choice.speak(typed or "")


of_page = assignment(message("by the page's name"))
page = click.argument("file", required=False, metavar="[FILE]")  # as ``targets.what_to_check`` understands it
exercise = click.argument("words", nargs=-1, required=True, metavar="[FILE] EXERCISE")  # see ``targets.one_exercise``
recheck = click.option(
    "--recheck",
    type=share,
    metavar="SHARE",
    help=explained(
        message(
            "Share of the results that were not judged one by one to judge in full as well, from {least} to 1 (default: {usual:g}).",
            least=LEAST_RECHECK, usual=USUAL.recheck,
        )
    ),  # fmt: skip
)
jobs = click.option("--jobs", type=positive, metavar="NUMBER", help="Processes (default: one per core).")
public = click.option("--public", is_flag=True, help="Run only the public checks, even if the hidden ones are available.")


def seed(said: Message = SEED):
    return click.option("--seed", type=natural, metavar="NUMBER", help=explained(said.having(usual=USUAL.seed)))


def budget(said: Message = BUDGET):
    return click.option("--budget", metavar="NAME", help=explained(said.having(usual=USUAL.budget)))


def _take_backend(_context: click.Context, _option: click.Parameter, typed: str | None) -> None:
    """Says it to this whole process and all that it starts, so that nothing in it can judge in another one."""
    try:
        name = keras_backend.chosen(typed or "")
    except keras_backend.UnknownBackend as error:
        raise click.BadParameter(shown(what_it_says(error))) from error
    if typed:
        os.environ[keras_backend.VARIABLE] = name


backend = click.option(
    "--backend",
    metavar="NAME",
    expose_value=False,
    callback=_take_backend,
    help=explained(
        message(
            "What Keras computes with: {names} (default: {variable}, or tensorflow).",
            names=", ".join(keras_backend.TITLES), variable=f"${keras_backend.VARIABLE}",
        )
    ),  # fmt: skip
)


def judging(command):
    """How a page is judged: ``seed``, ``budget``, ``isolation`` and ``spawn``, each None if it was not typed; and ``backend``."""
    for option in (  # the last one is listed first
        backend,
        click.option("--spawn", is_flag=True, default=None, help="Use a fresh Python for each function (slower)."),
        click.option("--isolation", type=click.Choice(LEVELS), metavar="LEVEL", help=ISOLATION),
        budget(),
        seed(),
    ):
        command = option(command)
    return command


def settings(typed: dict[str, object], **others) -> Settings:
    """Of the options of ``judging``: what was typed, and the usual for the rest."""
    return Settings(**{name: value for name, value in typed.items() if value is not None}, **others)
