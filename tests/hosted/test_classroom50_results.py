"""A report as Classroom 50's ``result.json``: the form, and whole numbers in place of ours."""

import json
from dataclasses import replace
from pathlib import Path

import classroom50
import jsonschema
import marks_sample
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.hosted import classroom50_results as results

SCHEMA = json.loads((Path(__file__).parents[1] / "samples" / "classroom50-result.schema.json").read_text("utf-8"))
WHO = results.identity(classroom50.environment("counting"))
REPORTS = [marks_sample.report(), marks_sample.unreadable()]


@pytest.mark.parametrize("report", REPORTS, ids=["half right", "unreadable"])
@pytest.mark.parametrize("blank", [None, marks_sample.report()])
def test_the_result_has_the_form(report, blank):
    jsonschema.validate(results.result(report, WHO, blank), SCHEMA)


def test_a_result_without_the_form_would_be_found():
    right = results.result(marks_sample.report(), WHO)
    for wrong in ({"score": 1.5}, {"submission": "v1"}, {"usernames": ["ada"]}, {"datetime": "2026-11-30 08:00"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(right | wrong, SCHEMA)


def test_the_sum_is_the_score():
    content = results.result(marks_sample.report(), WHO)
    assert [(test["test-name"], test["passed"], test["score"], test["max-score"]) for test in content["tests"]] == [
        ("double", False, 20, 50), ("total", True, 35, 35), ("count", False, 0, 15)
    ]  # fmt: skip
    assert (content["score"], content["max-score"]) == (55, 100)
    assert content["tests"][0]["message"] == "You lost the sign." and content["tests"][2]["message"] == "Not started."


def test_a_page_that_cannot_be_read_is_out_of_all_points():
    content = results.result(marks_sample.unreadable(), WHO, marks_sample.report())
    assert (content["score"], content["max-score"]) == (0, 100)
    assert {(test["passed"], test["message"]) for test in content["tests"]} == {(False, "unreadable: mnist.py is empty.")}


@pytest.mark.parametrize("made", [marks_sample.report, marks_sample.unreadable])
def test_what_code_printed_in_hidden_checks_reaches_no_student(made):
    assert "-3 and -5" not in json.dumps(results.result(made(), WHO))


def test_points_that_are_not_whole_get_a_smaller_unit():
    """The same one for a class: it depends on what the exercises are worth, not on what a student has."""
    check = replace(marks_sample.LOST, max_points=2.5, points=0.0)
    right = replace(marks_sample.TOTAL.checks[0], points=1.0, max_points=1.0)
    for points in (0.0, 1.25):
        exercises = (
            replace(marks_sample.DOUBLE, checks=(replace(check, points=points),)),
            replace(marks_sample.TOTAL, checks=(right,)),
        )
        content = results.result(marks_sample.report(exercises=exercises), WHO)
        assert [test["max-score"] for test in content["tests"]] == [25, 10]
        assert content["tests"][1]["score"] == 10


parts = st.lists(st.tuples(st.integers(1, 20), st.floats(0, 1)), min_size=1, max_size=12)


@given(parts)
def test_whole_scores_stay_near_the_exact_ones(parts):
    """Only what is not right and nearly full may make the sum smaller than the rounded one."""
    maxima = [most for most, _share in parts]
    exact = [most * share for most, share in parts]
    passed = [share == 1 for _most, share in parts]
    scores = results.whole_scores(exact, maxima, passed)
    assert all(abs(one - other) <= 1 for one, other in zip(scores, exact, strict=True))
    assert all((one == most) is right for one, most, right in zip(scores, maxima, passed, strict=True))
    capped = sum(one > most - 1 for one, most, right in zip(exact, maxima, passed, strict=True) if not right)
    assert -capped - 0.5 <= sum(scores) - sum(exact) <= 0.5 + 1e-6


def test_what_the_runner_does_not_say_is_named():
    said = classroom50.environment("counting")
    del said["SUBMISSION_TAG"]
    with pytest.raises(results.NotFromRunner, match="SUBMISSION_TAG is missing: this program is started by the runner"):
        results.identity(said)
    assert results.identity(classroom50.environment("counting", REVIEW_URL=""))["review"] == WHO["commit"]
