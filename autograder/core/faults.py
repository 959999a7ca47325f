"""What an exception means for one submission: decided here, and nowhere else.

One submission never stops, slows or changes another's, and a bug in the kit never is a zero.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from autograder.core.languages import message, what_it_says
from autograder.core.records import EndsTheRun, Report, Status

log = logging.getLogger("autograder")
T = TypeVar("T")


class Unreadable(ValueError):
    """The file is not a page. The text says why, in one sentence."""


class NotRead(Unreadable):
    """The file was not read, which says nothing about what is in it. The text says why, in one sentence."""


def kept_apart(doing: str, name: str, work: Callable[[], T], instead: Callable[[Status, str], T]) -> T:
    """What ``work`` gives; where it raises, what ``instead`` makes of it, so that it costs this one submission only.

    What an exception means for a submission is decided here, and nowhere else: a file that is not a page is ``unreadable``;
    whatever else it is, it is the kit's fault, which is ``not_graded``, never a zero. The text of such an exception goes to
    the log, not into the report: it could quote a check, and students read their reports.

    Args:
        doing: what is being done, for the sentence: ``judging the page``. name: the submission's.
        instead: is called with the status and a sentence that says why.

    Raises:
        EndsTheRun: it concerns all submissions.
    """
    try:
        return work()
    except EndsTheRun:
        raise
    except NotRead as error:
        return instead(Status.NOT_GRADED, what_it_says(error))
    except Unreadable as error:
        return instead(Status.UNREADABLE, what_it_says(error))
    except Exception as error:
        log.exception("%r could not be graded: a bug in the kit while %s", name, doing)
        kind = type(error).__name__
        return instead(
            Status.NOT_GRADED, message("A bug in the kit, not in the student's work, while {doing} ({kind}). Grade again.", doing=doing, kind=kind)
        )


def not_final(report: Report, status: Status, text: str) -> Report:
    """The same report, and the word that its mark is not final."""
    return replace(report, status=status, problem=text)
