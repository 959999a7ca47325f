"""Moments as the database keeps them; as people write them, see ``core.languages.dates``."""

from __future__ import annotations

import datetime

DAY = datetime.timedelta(days=1)


def now() -> str:
    return datetime.datetime.now(datetime.UTC).replace(microsecond=0).isoformat()


def typed_time(text: str) -> datetime.datetime:
    """A time that a person has typed, in this machine's time zone where it names none.

    Raises:
        ValueError: it is not a time, or so early or late that some time zone cannot say it.

    Example:
        >>> typed_time("2026-05-31T23:59+02:00").isoformat()
        '2026-05-31T23:59:00+02:00'
    """
    try:
        found = datetime.datetime.fromisoformat(text)
        found = found if found.tzinfo else found.astimezone()
        for moment in (found - DAY, found + DAY):
            moment.astimezone(datetime.UTC)
    except OverflowError as error:
        raise ValueError(text) from error
    return found
