"""Results of single exercises become one report."""

from dataclasses import replace

import pytest

from autograder.core.merge import together
from autograder.core.records import TIMES, CheckResult, ExerciseResult, Outcome, Report, Status

PAGE = Report("mnist", "ada", "ab12", Status.GRADED, (), "full", "mnist", 17, 0.25, suspicions=("first",))


def part(name: str, outcome: Outcome = Outcome.PASSED, **other: object) -> Report:
    check = CheckResult(f"test_{name}", name, outcome, 2.0 if outcome is Outcome.PASSED else 0.0, 2.0)
    return replace(PAGE, exercises=(ExerciseResult(name, (check,)),), dataset="", suspicions=(), **other)


def test_exercises_stand_in_the_pages_order_and_those_without_a_result_are_missing():
    report = together(PAGE, [part("two"), part("one")], ["one", "missing", "two"])
    assert [one.name for one in report.exercises] == ["one", "two"]
    assert (report.score, report.status, report.submission, report.problem) == (4.0, Status.GRADED, "ada", "")


def test_the_data_is_what_the_first_exercise_was_judged_with_that_has_used_any():
    parts = [part("one"), replace(part("two"), dataset="digits"), replace(part("three"), dataset="mnist")]
    assert together(PAGE, parts, []).dataset == "digits"
    assert together(PAGE, parts[:2], []).dataset == "digits"
    assert together(PAGE, parts[:1], []).dataset == "mnist"  # the page's own


def test_times_are_added_up_to_a_thousandth_and_the_pages_own_is_not_counted():
    times = {name: number / 10000 for number, name in enumerate(TIMES, 1234)}
    report = together(PAGE, [part("one", **times), part("two", **times), part("three", **times)], [])
    assert [getattr(report, name) for name in TIMES] == [round(3 * number, 3) for number in times.values()]


def test_the_isolation_is_the_lowest_also_the_pages():
    assert together(PAGE, [part("one"), part("two", isolation="reduced")], []).isolation == "reduced"
    assert together(replace(PAGE, isolation="none"), [part("one")], []).isolation == "none"


def test_notes_for_a_person_come_once_the_pages_first():
    parts = [replace(part(name), suspicions=(name, "first"), fingerprints=("f", name)) for name in ("one", "two")]
    report = together(PAGE, parts, [])
    assert (report.suspicions, report.fingerprints) == (("first", "one", "two"), ("f", "one", "two"))


@pytest.mark.parametrize("broken", [0, 1])
def test_with_one_broken_check_nothing_is_graded(broken):
    parts = [part("one"), part("two")]
    parts[broken] = part(("one", "two")[broken], Outcome.BROKEN)
    report = together(PAGE, parts, ["one", "two"])
    assert report.status is Status.NOT_GRADED and "our bug" in report.problem
