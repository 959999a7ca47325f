"""What an exception in a check means for the student."""

import pytest

from autograder.content.budget import NoNumber
from autograder.core.records import Outcome
from autograder.datasets.dataset import DatasetError
from autograder.expectations.answer import NotStarted
from autograder.judging.verdicts import on_exception


@pytest.mark.parametrize(("function", "outcome"), [("double", Outcome.NOT_STARTED), ("total", Outcome.SKIPPED)])
def test_a_function_that_is_not_begun_is_not_started_and_others_wait_for_it(function, outcome):
    error = NotStarted(function)
    error.function = function
    verdict = on_exception(error, None, "double", ["numbers"], show_inputs=True)
    assert verdict.outcome is outcome


def test_a_check_that_asks_for_a_number_that_nobody_has_measured_says_so_and_costs_nothing():
    verdict = on_exception(NoNumber("It takes two days.", "torch"), None, "double", ["numbers"], show_inputs=True)
    assert verdict.outcome is Outcome.PASSED and verdict.message == ""
    assert verdict.remark == (
        "Not tried, and it costs nothing: what a right network reaches with PyTorch here has not been measured. It takes two days."
    )


def test_a_data_set_that_is_missing_is_not_the_students_fault():
    verdict = on_exception(DatasetError("There is no file."), None, "double", ["numbers"], show_inputs=True)
    assert (verdict.outcome, verdict.message) == (Outcome.BROKEN, "There is no file.")
