"""What became of a check, of a call, and of a submission. The records of results use these words."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What became of one check. Exactly one of these, always."""

    PASSED = "passed"
    FAILED = "failed"  # the answer is wrong
    ERROR = "error"  # the student's code raised an exception
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASHED = "crashed"  # the student's process ended without an answer
    NOT_STARTED = "not_started"  # the untouched stub
    SKIPPED = "skipped"  # waits for another check
    BROKEN = "broken"  # our own bug: loud, and it costs the student nothing


WRONG = frozenset({Outcome.FAILED, Outcome.ERROR, Outcome.MEMORY, Outcome.CRASHED, Outcome.TIMEOUT})  # what a mistake may leave


class LostReason(StrEnum):
    """Why a call of a student's function has no answer."""

    TIME = "time"  # it took longer than allowed, and was stopped
    MEMORY = "memory"
    ENDED = "ended"  # the whole process ended
    UNUSABLE = "unusable"  # what the process sent is not an answer
    NOT_TRIED_AGAIN = "not tried again"  # the function was stopped too often already
    MODEL_TIME = "model time"  # what a model was asked took longer than allowed
    MODEL_MEMORY = "model memory"
    MODEL_GONE = "model gone"  # the process that held the model was stopped
    OBJECT_GONE = "object gone"  # the process that held another object was stopped
    SUBMISSION_TIME = "submission time"  # the whole submission has used up its time


class Status(StrEnum):
    """What became of one submission."""

    GRADED = "graded"
    UNREADABLE = "unreadable"  # not a Python page at all
    NOT_GRADED = "not_graded"  # a bug in the kit: the score is not final
    EXEMPT = "exempt"  # a person has said so: no mark is needed
