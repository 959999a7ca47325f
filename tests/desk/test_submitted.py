"""What is late: an exact time decides, then the platform's word; a file's time alone never takes points."""

import datetime
import os

import pytest

from autograder.desk.course_file import LateRule
from autograder.desk.submitted import lateness, share_left, time_of

DEADLINE = datetime.datetime(2026, 5, 31, 12, tzinfo=datetime.UTC)
RULE = LateRule(per_day=10, grace=10)


def late(minutes, known_by, marked=False, platform=False, extended=False):
    return lateness(DEADLINE + datetime.timedelta(minutes=minutes), known_by, marked, platform, DEADLINE, RULE, extended)


@pytest.mark.parametrize(("minutes", "days"), [(-1, 0), (10, 0), (11, 1), (24 * 60 + 10, 1), (24 * 60 + 11, 2)])
def test_a_time_that_is_certain_counts_in_days_that_have_begun(minutes, days):
    assert late(minutes, "typed").days == days and late(minutes, "timestamp.txt").doubt == ""


def test_a_files_time_shows_that_it_was_in_time_and_never_that_it_was_late():
    assert late(-1, "file").in_time and not late(-1, "file").doubt
    assert late(999, "file").in_time and "say when it was submitted" in late(999, "file").doubt


def test_the_platforms_word_goes_before_a_files_time():
    assert late(999, "file", platform=True).doubt == ""
    assert late(60, "file", marked=True, platform=True) == late(60, "typed")
    assert late(9999, "file", marked=True, platform=True).doubt and late(60, "file", marked=True, platform=True, extended=True).doubt


def test_without_a_deadline_nothing_is_late():
    assert lateness(DEADLINE, "typed", True, True, None, RULE).in_time


def test_what_is_left():
    assert [share_left(days, LateRule(per_day=40, most_days=2)) for days in range(4)] == pytest.approx([1, 0.6, 0.2, 0])


def test_nbgraders_timestamp_goes_before_the_files_time(tmp_path):
    page = tmp_path / "mini.ipynb"
    page.write_text("")
    os.utime(page, (0, 0))
    assert time_of(page) == (datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC), "file")
    (tmp_path / "timestamp.txt").write_text("2026-05-31 12:00:00.000000 UTC")
    assert time_of(page) == (DEADLINE, "timestamp.txt")
