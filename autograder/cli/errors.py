"""What a command says when it cannot do what was asked, and with which exit code it ends."""

from __future__ import annotations

DONE, TO_FIX, USAGE = 0, 1, 2


class UsageError(Exception):
    """Wrong usage, or something that is not there; its text is what the person reads."""

    exit_code = USAGE


class WorkNotRight(UsageError):
    """The command was right, and the work it looked at is not."""

    exit_code = TO_FIX
