"""How far submissions were kept from the rest of the machine: the levels, the lowest of several, and a sentence for people.

What each level enforces is in ``sandbox.isolation``.
"""

from autograder.core.languages import message

LEVELS = ("full", "reduced", "none")


def lowest(levels: set[str]) -> str:
    """The lowest of some levels; where nothing ran, nothing needed walls, and the level is ``full``."""
    return max(levels, key=LEVELS.index, default="full")


def sentence(reached: str) -> str:
    """The level in one plain line, for people."""
    return {
        "full": message("Isolation: full. Submissions see only the files of Python and the system's libraries, no network, and no other processes."),
        "reduced": message("Isolation: reduced. Files, network and new processes are blocked, without namespaces."),
        "none": message("Isolation: none. Submissions run in separate processes with time limits; files and network are not blocked, and memory is limited on Linux only."),
    }[reached]
