"""Moments as the database keeps them, and as people write them."""

from __future__ import annotations

import datetime


def now() -> str:
    return datetime.datetime.now(datetime.UTC).replace(microsecond=0).isoformat()


def as_day(time: datetime.datetime) -> str:
    """A day as people write it.

    Example:
        >>> as_day(datetime.datetime(2026, 5, 3, 12, tzinfo=datetime.UTC))
        '3 May 2026'
    """
    here = time.astimezone()
    return f"{here.day} {here:%B %Y}"


def as_time(time: datetime.datetime) -> str:
    """A day and a time as people write them here."""
    return f"{as_day(time)}, {time.astimezone():%H:%M}"
