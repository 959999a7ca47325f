"""What several wrong answers have in common is said once in an exercise, and not again where a word says it itself."""

from types import SimpleNamespace

import numpy as np

from autograder.core.languages import message
from autograder.expectations.answer import Answer, Compared, Failure
from autograder.judging.call_signs import hash_of
from autograder.judging.exercise_run import ExerciseRun


def run_with(calls):
    return ExerciseRun("f", SimpleNamespace(), SimpleNamespace(answers=calls), lambda _exercise, _check: None)


def call(given, expected, x):
    return Answer("f(x)", given, handed={"x": hash_of(x)}, compared=[Compared(given, expected)])


def failed(answer, words="f(x) is not right."):
    return Failure(words, "evidence", answer, answer.compared[-1])


def test_that_one_more_call_gave_the_same_is_not_said_again():
    calls = []
    run = run_with(calls)
    said = []
    for number in range(5):
        calls.append(call(7, number, number))
        said.append(run._with_signs(failed(calls[-1])).removeprefix("f(x) is not right.").strip())
    assert said == ["", "2 calls with different arguments gave the same.", "", "", ""]


def test_a_factor_is_said_again_only_if_it_is_another_one():
    calls = []
    run = run_with(calls)
    said = []
    for number in range(1, 6):
        calls.append(call(2.0 * number, float(number), number))
        said.append("times 2" in run._with_signs(failed(calls[-1])))
    assert said == [False, False, True, False, False]


def test_what_one_call_has_shown_is_not_said_again_of_several():
    calls = [call({0: 2, 1: 4, 2: 6}, {0: 1, 1: 2, 2: 3}, 1), call({0: 8}, {0: 4}, 2), call({0: 10}, {0: 5}, 3)]
    run = run_with(calls[:1])
    assert "Every number is the expected one times 2." in run._with_signs(failed(calls[0]))
    run.session.answers = calls
    assert "times 2" not in run._with_signs(failed(calls[-1]))


def test_what_a_word_says_itself_is_not_said_twice():
    rounded = call(np.array([0.2, 0.5, 0.7]), np.array([0.21, 0.5, 0.68]), 1)
    words = message("{call} gave 0.2: all numbers are rounded, to 1 decimal.", call="f(x)")
    assert run_with([rounded])._with_signs(failed(rounded, words)) == words
    assert "All numbers are rounded, to 1 decimal." in run_with([rounded])._with_signs(failed(rounded))
