"""A submission that gets no marks has a report that says why."""

from pathlib import Path

import pytest

from autograder.content.discovery import Handed
from autograder.core.records import Status
from autograder.core.settings import Settings
from autograder.grading.work_items import problem


@pytest.mark.parametrize(("took", "seconds"), [((), 0.0), ((1.23456,), 1.235)], ids=["nothing was tried", "something was"])
def test_a_report_without_marks_says_why_and_what_it_took(took, seconds):
    one = Handed("ada", Path("pages/ada.py"))
    report = problem(one, "kit", Settings(seed=5, budget="full"), Status.UNREADABLE, "It is empty.", *took)
    assert (report.submission, report.source, report.assignment) == ("ada", one.file, "kit")
    assert (report.status, report.problem, report.exercises, report.seconds) == (Status.UNREADABLE, "It is empty.", (), seconds)
    assert (report.seed, report.budget) == (5, "full")
