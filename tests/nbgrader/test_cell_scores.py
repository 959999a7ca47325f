"""The score of one graded cell, or why a person must look."""

from dataclasses import replace

import pytest

from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.nbgrader.cell_scores import NOT_OURS, OUR_BUG, CellScore, cell_score

CHECKS = (CheckResult("test_a", "a", Outcome.PASSED, 6.0, 6.0), CheckResult("test_b", "b", Outcome.FAILED, 0.0, 4.0))
GRADED = Report("m", "ada", "", Status.GRADED, (ExerciseResult("double", CHECKS),), "full", "", 17, 0.0)
LATE = replace(GRADED, status=Status.NOT_GRADED, problem="no time\nat all")


@pytest.mark.parametrize(
    ("report", "cell", "points", "score"),
    [
        (GRADED, "double_check", 10, CellScore(6.0)),
        (GRADED, "double_check", 5, CellScore(3.0)),
        (GRADED, "other_check", 10, CellScore(None, NOT_OURS)),
        (replace(GRADED, exercises=()), "double_check", 10, CellScore(None, NOT_OURS)),
        (replace(LATE, exercises=()), "double_check", 10, CellScore(None, LATE.problem)),
        (LATE, "double_check", 10, CellScore(6.0)),
        (
            replace(GRADED, exercises=(ExerciseResult("double", (replace(CHECKS[1], outcome=Outcome.BROKEN),)),)),
            "double_check", 10, CellScore(None, OUR_BUG),
        ),
    ],
    ids=["as many points", "scaled", "another cell", "no checks at all", "not graded", "graded in part", "our bug"],
)  # fmt: skip
def test_a_cell_has_the_score_of_its_exercise_or_a_reason(report, cell, points, score):
    assert cell_score(report, cell, points) == score


def test_a_reason_is_said_in_one_line():
    assert cell_score(replace(LATE, exercises=()), "double_check", 10.0).sentence == "no time"
