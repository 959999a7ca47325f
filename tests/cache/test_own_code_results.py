"""A result with questions names lines of one page, so no other page with the same answer may get it."""

from dataclasses import replace

from autograder.cache.result_cache import is_everybodys
from autograder.core.own_code_question import OwnCodeQuestion
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status

RIGHT = ExerciseResult("double", (CheckResult("test_it", "it doubles", Outcome.PASSED, 4.0, 4.0),))
PART = Report("counting", "ada", "0" * 64, Status.GRADED, (RIGHT,), "full", "", 17, 0.1)


def test_a_result_with_questions_belongs_to_one_page():
    question = OwnCodeQuestion("loop", "How many times?", "3", (), 12, "for one in numbers:", "page.py")
    assert is_everybodys(PART)
    assert not is_everybodys(replace(PART, exercises=(replace(RIGHT, questions=(question,)),)))
