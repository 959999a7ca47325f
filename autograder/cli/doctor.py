"""What is enforced on this system?"""

from __future__ import annotations

import os
import sys

import click

from autograder import __version__
from autograder.cli import options
from autograder.cli.errors import DONE
from autograder.cli.terminal import say
from autograder.core import isolation_level


@click.command(cls=options.Command)
def run() -> int:
    """Test whether submissions are isolated on this machine."""
    import platform
    import tempfile

    from autograder.core.installed import untried_python
    from autograder.sandbox import isolation

    print(f"autograder {__version__}, Python {platform.python_version()}, {platform.platform()}")
    if untried := untried_python():
        print(untried)
    with tempfile.TemporaryDirectory() as scratch, tempfile.NamedTemporaryFile() as canary:
        os.chmod(canary.name, 0o666)
        level = isolation.best_level(scratch, canary.name)
        tried = isolation.attempts_at(level, scratch, canary.name) if hasattr(os, "fork") else {}
    for what, prevented in tried.items():
        say(f"  {'✓ prevented:' if prevented else '✗ possible: '} {what}")
    print(isolation_level.sentence(level))
    if not sys.platform.startswith("linux"):
        print("Only Linux isolates submissions. On this system, do not grade code from people whom you do not know.")
    for line in [*_languages(), *_letters()]:
        say(line)
    print("\nNext:   autograder demo")
    return DONE


def _letters() -> list[str]:
    """With which font figures have the letters that Matplotlib's own font does not have, a line for each kind."""
    from autograder.core import figure_fonts

    fonts = {kind.name: figure_fonts.font_of(kind) for kind in figure_fonts.KINDS}
    return [
        f"Figures: {name} is drawn with {font.name}." if font else f"Figures: there is no font for {name}. Install one, Noto Sans KR for example."
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
        parts = [f"{name} {100 * done // max(1, of)} %" for name, done, of in translation_audit.completeness(language, [*assignments.values()])]
        lines.append(f"Language {language}: {', '.join(parts)} translated.")
    return lines
