"""What a command says when it cannot do what was asked, and with which exit code it ends."""

from __future__ import annotations

import click

DONE, TO_FIX, USAGE = 0, 1, 2


class UsageError(click.ClickException):
    """Something that was named is not there, or cannot be used; its text is what the person reads.

    What click finds wrong with the words themselves is a ``click.UsageError``, which also names the help.
    """

    exit_code = USAGE


class WorkNotRight(click.ClickException):
    """The command was right, and the work it looked at is not."""

    exit_code = TO_FIX
