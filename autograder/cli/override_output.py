"""What ``autograder override`` prints in the same way in both kinds of courses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.cli.errors import DONE
from autograder.cli.terminal import relative, say
from autograder.core.languages import shown, spoken

if TYPE_CHECKING:
    from autograder.desk.roster import People
    from autograder.desk.store_records import LogEntry


def print_log(log: Sequence[LogEntry], people: People, folder: Path) -> int:
    """The corrections of a course, a line for each, and how to take one back.

    Args:
        people: the course's students. folder: the course's.

    Returns:
        The exit code.
    """
    from autograder.desk.log_words import entry_sentence
    from autograder.reports.sanitize import one_line

    for entry in log:
        say(f"{entry.number:>4}  {one_line(shown(entry_sentence(entry, people)), 400)}")
    if not log:
        say(spoken("No correction was made yet."))
        return DONE
    undo = f"autograder override --undo NUMBER --course {relative(folder)}"
    say(f"\n{spoken('Next: take one back with   {command}', command=undo)}")
    return DONE


def nothing_changed_yet() -> int:
    """Says that only a look was taken, and how to make the correction. Returns the exit code."""
    say(f"\n{spoken('Nothing was changed yet.')}\n\n{spoken('Next: the same command with   --yes')}")
    return DONE
