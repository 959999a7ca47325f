"""What an exception in a check means for the student."""

import pytest

from autograder.core.records import Outcome
from autograder.expectations.answer import NotStarted
from autograder.judging.verdicts import on_exception


@pytest.mark.parametrize(("function", "outcome"), [("double", Outcome.NOT_STARTED), ("total", Outcome.SKIPPED)])
def test_a_function_that_is_not_begun_is_not_started_and_others_wait_for_it(function, outcome):
    error = NotStarted(function)
    error.function = function
    verdict = on_exception(error, None, "double", ["numbers"], show_inputs=True)
    assert verdict.outcome is outcome
