"""Days and times as people write them, in the reader's language. A program's form is ``isoformat``."""

from __future__ import annotations

import datetime

from autograder.core.languages.messages import message

MONTHS = (  # whole dates, because the parts have another order elsewhere
    message("{day} January {year}"), message("{day} February {year}"), message("{day} March {year}"), message("{day} April {year}"),
    message("{day} May {year}"), message("{day} June {year}"), message("{day} July {year}"), message("{day} August {year}"),
    message("{day} September {year}"), message("{day} October {year}"), message("{day} November {year}"), message("{day} December {year}"),
)  # fmt: skip


def day(time: datetime.datetime) -> str:
    """The day of a time, where this machine is.

    Example:
        >>> day(datetime.datetime(2026, 5, 3, 12, tzinfo=datetime.UTC))
        '3 May 2026'
    """
    here = time.astimezone()
    return MONTHS[here.month - 1].having(day=here.day, year=str(here.year))


def day_and_time(time: datetime.datetime) -> str:
    """The same with the time, to the minute."""
    return message("{day}, {time}", day=day(time), time=f"{time.astimezone():%H:%M}")


def week(monday: datetime.date | None) -> str:
    """The week that begins on a day; None if the time is not known.

    Example:
        >>> week(datetime.date(2026, 5, 4)), week(None)
        ('week of 4 May 2026', 'time unknown')
    """
    if monday is None:
        return message("time unknown")
    return message("week of {day}", day=day(datetime.datetime.combine(monday, datetime.time(12))))
