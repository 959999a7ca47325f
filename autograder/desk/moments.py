"""Moments as the database keeps them; as people write them, see ``core.languages.dates``."""

from __future__ import annotations

import datetime


def now() -> str:
    return datetime.datetime.now(datetime.UTC).replace(microsecond=0).isoformat()
