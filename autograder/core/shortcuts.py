"""Where grading saves work: each way in which a result can come without being made in full for the page that gets it.

What is saved this way never decides a mark alone: a share of it is made in full as well and compared
(``grading.recheck``), and where that differs, the class loses the shortcut.
"""

from __future__ import annotations

from enum import StrEnum


class Shortcut(StrEnum):
    """One way of saving work. Its words complete the sentence "The class is graded without …"."""

    SAME_ANSWER = "results shared by equal answers"  # judged once, for another page with the same statements
    STORED = "results of earlier runs"  # of the folder of results
    SAME_NETWORK = "trainings shared by equal networks"  # of the training cache
    DESCRIPTION = "networks trained from their description"  # the judge's own network in place of the student's model


ALL = frozenset(Shortcut)
NONE: frozenset[Shortcut] = frozenset()
