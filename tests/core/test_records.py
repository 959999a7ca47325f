"""The report and its parts: sums, and the dictionary that instructors keep."""

import json
import math
from dataclasses import replace

import pytest

from autograder.core.records import FORMAT, TIMES, CheckResult, ExerciseResult, Outcome, Report, Status

PASSED = CheckResult("test_a", "a holds", Outcome.PASSED, 2.0, 2.0, public=True, figure=b"\x89PNG")
FAILED = CheckResult(
    "test_b", "b holds", Outcome.FAILED, 0.0, 3.0, "gave 1", mistake="adds_one", feedback="You …", line=4
)
WAITING = CheckResult("test_c", "c holds", Outcome.NOT_STARTED, 0.0, 1.5)
REPORT = Report(
    assignment="mnist",
    submission="alice",
    source_sha256="00ff",
    status=Status.GRADED,
    exercises=(ExerciseResult("count", (PASSED, FAILED), "counts", 12), ExerciseResult("scale", (WAITING,))),
    isolation="none",
    dataset="digits",
    seed=17,
    seconds=5.2,
    notes=("a note",),
)


def through_json(report: Report) -> dict:
    return json.loads(json.dumps(report.to_dict(), allow_nan=False))


@pytest.mark.parametrize("points", [-0.5, 2.5, math.nan, math.inf])
def test_points_outside_of_what_a_check_is_worth_are_refused(points):
    with pytest.raises(ValueError, match="test_a"):
        replace(PASSED, points=points)


def test_a_check_cannot_be_worth_infinitely_much():
    with pytest.raises(ValueError, match="test_a"):
        replace(PASSED, points=math.inf, max_points=math.inf)


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_measurements_that_are_no_numbers_are_refused(number):
    with pytest.raises(ValueError, match="test_a: a measured accuracy"):
        replace(PASSED, measurements={"accuracy": number})


def test_measurements_survive_json():
    measured = replace(PASSED, figure=b"", measurements={"accuracy": 0.9712, "loss": 0.1})
    report = replace(REPORT, exercises=(ExerciseResult("count", (measured,)),))
    assert Report.from_dict(through_json(report)) == report


@pytest.mark.parametrize("content", [{"accuracy": "0.9"}, {"accuracy": None}, [0.9], 0.9])
def test_measurements_of_another_kind_are_no_report(content):
    data = through_json(REPORT)
    data["exercises"][0]["checks"][0]["measurements"] = content
    with pytest.raises(ValueError, match="not a report"):
        Report.from_dict(data)


def test_a_score_is_the_sum_over_the_checks():
    assert [(one.score, one.max_score) for one in REPORT.exercises] == [(2.0, 5.0), (0.0, 1.5)]
    assert (REPORT.score, REPORT.max_score) == (2.0, 6.5)


def test_a_report_without_exercises_has_the_score_zero():
    empty = replace(REPORT, exercises=())
    assert (empty.score, empty.max_score) == (0.0, 0.0) and type(empty.score) is float


def test_an_exercise_has_passed_when_each_check_has():
    assert ExerciseResult("count", (PASSED, PASSED)).passed
    assert not ExerciseResult("count", (PASSED, FAILED)).passed


def test_an_exercise_is_not_started_when_no_check_is():
    assert ExerciseResult("scale", (WAITING, WAITING)).not_started
    assert not ExerciseResult("scale", (WAITING, FAILED)).not_started
    assert not ExerciseResult("scale", ()).not_started


def test_one_broken_check_makes_the_report_broken():
    assert not REPORT.broken
    assert replace(REPORT, exercises=(ExerciseResult("x", (replace(PASSED, outcome=Outcome.BROKEN),)),)).broken


def test_the_promised_keys_are_there():
    content = through_json(REPORT)
    assert content["format"] == FORMAT == 1
    promised = "assignment submission source_sha256 status score max_score isolation dataset seed seconds exercises"
    assert set(promised.split()) <= content.keys()
    exercise = content["exercises"][0]
    assert {"name", "score", "max_score", "checks"} <= exercise.keys()
    assert {"name", "title", "outcome", "points", "max_points", "message", "mistake"} <= exercise["checks"][0].keys()


def test_the_dictionary_holds_the_sums():
    content = through_json(REPORT)
    assert (content["score"], content["exercises"][0]["score"], content["exercises"][1]["max_score"]) == (2.0, 2.0, 1.5)


def test_the_words_for_outcome_and_status_are_plain_text():
    content = through_json(REPORT)
    assert content["status"] == "graded"
    assert [check["outcome"] for check in content["exercises"][0]["checks"]] == ["passed", "failed"]


def test_pictures_are_left_out_of_the_dictionary():
    assert "figure" not in through_json(REPORT)["exercises"][0]["checks"][0]


def test_a_report_read_back_is_the_same_apart_from_pictures():
    back = Report.from_dict(through_json(REPORT))
    without_picture = replace(REPORT.exercises[0], checks=(replace(PASSED, figure=b""), FAILED))
    assert back == replace(REPORT, exercises=(without_picture, REPORT.exercises[1]))


def test_keys_of_a_newer_version_are_ignored():
    content = through_json(REPORT) | {"colour": "green"}
    content["exercises"][0]["checks"][0]["colour"] = "green"
    assert Report.from_dict(content).score == 2.0


def changed(**keys) -> dict:
    return through_json(REPORT) | keys


NO_REPORTS = {
    "not a dictionary": [],
    "another format": changed(format=2),
    "no format": {"assignment": "mnist"},
    "no exercises": {key: value for key, value in through_json(REPORT).items() if key != "exercises"},
    "exercises of nothing": changed(exercises=None),
    "an unknown outcome": changed(exercises=[{"name": "x", "checks": [{"name": "y", "outcome": "perfect"}]}]),
    "an unknown status": changed(status="fine"),
    "points as text": changed(
        exercises=[
            {
                "name": "x",
                "checks": [{"name": "y", "title": "", "outcome": "passed", "points": "1", "max_points": 1}],
            }
        ]
    ),
    "more points than there are": changed(
        exercises=[
            {"name": "x", "checks": [{"name": "y", "title": "", "outcome": "passed", "points": 9, "max_points": 1}]}
        ]
    ),
}


@pytest.mark.parametrize("content", NO_REPORTS.values(), ids=NO_REPORTS)
def test_what_is_no_report_is_refused(content):
    with pytest.raises(ValueError):
        Report.from_dict(content)


@pytest.mark.parametrize("exercises", [[3], [{"name": "x", "checks": ["y"]}]], ids=["exercise", "check"])
def test_a_report_with_a_number_for_an_exercise_is_refused(exercises):
    with pytest.raises(ValueError):
        Report.from_dict(changed(exercises=exercises))


@pytest.mark.parametrize(
    "odd", [{"line": b"3"}, {"line": float("nan")}, {"figure": "x"}, {"message": None}, {"output": b""}], ids=str
)
def test_a_part_that_nobody_can_write_down_makes_no_result(odd):
    """It would end the class, when its report is written."""
    with pytest.raises(ValueError, match="test_a"):
        replace(PASSED, **odd)


def test_a_report_that_says_nothing_of_its_times_has_taken_none():
    report = Report("a", "ada", "", Status.GRADED, (), "full", "mnist", 17, seconds=0.0)
    assert [getattr(report, name) for name in TIMES] == [0.0] * len(TIMES)


UNNAMED = replace(FAILED, mistake=None)


@pytest.mark.parametrize(
    ("line", "checks", "expected"),
    [
        (3, [PASSED, UNNAMED], True),
        (3, [PASSED, FAILED, UNNAMED], False),
        (3, [PASSED, replace(UNNAMED, outcome=Outcome.TIMEOUT)], True),
        (3, [PASSED, WAITING, replace(UNNAMED, outcome=Outcome.BROKEN), replace(UNNAMED, outcome=Outcome.NOT_STARTED)], False),
        (None, [replace(UNNAMED, outcome=Outcome.ERROR)], False),
    ],
    ids=["failed", "named", "timeout", "not wrong", "no answer"],
)
def test_which_wrong_answers_have_no_name(line, checks, expected):
    assert ExerciseResult("count", tuple(checks), "", line).has_no_name is expected


@pytest.mark.parametrize("number", [1, "0.9", -0.1, 1.1, math.nan])
def test_a_confidence_is_a_share(number):
    with pytest.raises(ValueError, match="confidence"):
        replace(PASSED, confidence=number)


def test_a_confidence_is_kept_in_the_file_of_a_report():
    report = replace(REPORT, exercises=(ExerciseResult("count", (replace(FAILED, confidence=0.98),)),))
    assert Report.from_dict(through_json(report)) == report
