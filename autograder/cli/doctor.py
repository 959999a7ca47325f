"""What is enforced on this system?"""

from __future__ import annotations

import os
import sys

import click

from autograder import __version__
from autograder.cli import options
from autograder.cli.errors import DONE
from autograder.cli.terminal import padded, say
from autograder.core import isolation_level
from autograder.core.languages import message, shown, spoken

FORBIDDEN_ACTS = {  # by the sandbox, in its own words
    str(one): one
    for one in (
        message("reading other files"), message("reading the list of user accounts"), message("writing outside the scratch folder"),
        message("opening a network connection"), message("starting a process"), message("signalling other processes"),
    )
}  # fmt: skip


@click.command(cls=options.Command)
@options.language
def run() -> int:
    """Test whether submissions are isolated on this machine."""
    import platform
    import tempfile

    from autograder.core.installed import untried_python
    from autograder.sandbox import isolation

    print(f"autograder {__version__}, Python {platform.python_version()}, {platform.platform()}")
    if untried := untried_python():
        say(untried)
    with tempfile.TemporaryDirectory() as scratch, tempfile.NamedTemporaryFile() as canary:
        os.chmod(canary.name, 0o666)
        level = isolation.best_level(scratch, canary.name)
        tried = isolation.attempts_at(level, scratch, canary.name) if hasattr(os, "fork") else {}
    for what, prevented in tried.items():
        words = spoken("prevented:") if prevented else spoken("possible:")
        say(f"  {'✓' if prevented else '✗'} {padded(words, 10)} {shown(FORBIDDEN_ACTS.get(what, what))}")
    say(isolation_level.sentence(level))
    if not sys.platform.startswith("linux"):
        say(spoken("Only Linux isolates submissions. On this system, do not grade code from people whom you do not know."))
    for line in [*_languages(), *_letters()]:
        say(line)
    say("\n" + spoken("Next:   {command}", command="autograder demo"))
    return DONE


def _letters() -> list[str]:
    """With which font figures have the letters that Matplotlib's own font does not have, a line for each kind."""
    from autograder.core import figure_fonts

    fonts = {kind.name: figure_fonts.font_of(kind) for kind in figure_fonts.KINDS}
    return [
        message("Figures: {letters} is drawn with {font}.", letters=name, font=font.name)
        if font
        else message("Figures: there is no font for {letters}. Install one, Noto Sans KR for example.", letters=name)
        for name, font in fonts.items()
    ]


def _languages() -> list[str]:
    """How much of the kit is translated into each language, a line for each."""
    from autograder.authoring import translation_audit
    from autograder.content import assignment_folder, assignment_search
    from autograder.content.assignment import AssignmentBroken
    from autograder.core.languages import catalogue

    assignments = {}
    for folder in assignment_search.all_near():
        try:
            assignments[folder.name] = assignment_folder.load(folder)  # the form with the answers comes last
        except AssignmentBroken:
            continue  # the audit says why
    lines = []
    for language in catalogue.languages()[1:]:
        found = translation_audit.completeness(language, [*assignments.values()])
        parts = [spoken("{name} {share} %", name=name, share=100 * done // max(1, of)) for name, done, of in found]
        lines.append(message("Language {language}: {parts} translated.", language=language, parts=", ".join(parts)))
    return lines
