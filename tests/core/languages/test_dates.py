"""A day is a whole sentence for translators, because its parts have another order elsewhere."""

import datetime

import pytest

from autograder.core.languages import catalogue, in_language
from autograder.core.languages.dates import MONTHS, day, day_and_time


@pytest.mark.parametrize("month", range(1, 13))
def test_each_month_has_its_name(month):
    time = datetime.datetime(2026, month, 9, 8, 7).astimezone()
    assert day_and_time(time) == f"9 {time:%B} 2026, 08:07"


def test_a_language_puts_the_year_first():
    catalogue.translate_by("xx", lambda text: "{year}. {day}." if text.template == MONTHS[4].template else None)
    try:
        assert in_language(day(datetime.datetime(2026, 5, 3).astimezone()), "xx") == "2026. 3."
    finally:
        catalogue.translate_by("xx", None)
