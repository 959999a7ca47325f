"""Whether what a student types is the answer: many ways to write one answer, and no other answer."""

import json

import pytest

from autograder.core.languages import message
from autograder.core.own_code_question import OwnCodeQuestion

OPTIONS = (message("The result is the same."), message("The result is another one."), message("It raises an error."))


def asked(answer, options=()):
    return OwnCodeQuestion("value", "What is it?", answer, options, 3, "x = 1", "page.py")


@pytest.mark.parametrize(
    ("answer", "typed"),
    [
        ("5", " 5 "),
        ("5", "5.0"),
        ("-5", "-5"),
        ("100480", "100,480"),
        ("100480", "100_480"),
        ("(2, 3)", "2,3"),
        ("(2, 3)", "[2, 3]"),
        ("(128,)", "128"),
        ("(128,)", "(None, 128)"),
        ("[1, 0]", "1, 0"),
        ("True", "true"),
        ("cook", "'cook'"),
        ("cook", "Cook"),
        ("(cook, nurse)", "('cook', 'nurse')"),
    ],
)
def test_other_ways_to_write_the_answer_are_right(answer, typed):
    assert asked(answer).accepts(typed)


@pytest.mark.parametrize(
    ("answer", "typed"),
    [("5", "6"), ("5", "5.5"), ("5", ""), ("5", "five"), ("(2, 3)", "(3, 2)"), ("(2, 3)", "(2, 3, 1)"), ("True", "False"), ("True", "1"), ("1", "True"), ("cook", "nurse")],
)
def test_another_answer_is_wrong(answer, typed):
    assert not asked(answer).accepts(typed)


@pytest.mark.parametrize(("typed", "right"), [("10", True), ("(None, 10)", True), ("(1, 10)", True), ("(2, 10)", False), ("(1, 1, 10)", False), ("1", False)])
def test_the_shape_for_one_input_may_have_an_axis_for_it(typed, right):
    assert OwnCodeQuestion("output shape", "Which shape?", "(10,)").accepts(typed) == right
    assert not OwnCodeQuestion("shape", "Which shape?", "(10,)").accepts("(1, 10)")


@pytest.mark.parametrize("typed", ["2", "the result is another one", "결과가 달라집니다", '"The result is another one."'])
def test_an_option_is_typed_by_its_number_or_in_its_words(typed, monkeypatch):
    monkeypatch.setenv("AUTOGRADER_LANGUAGE", "ko")
    from autograder.core.languages import choice

    choice.speak("ko")
    try:
        assert asked(OPTIONS[1], OPTIONS).accepts(typed)
        assert not asked(OPTIONS[2], OPTIONS).accepts(typed)
    finally:
        choice.speak("en")


@pytest.mark.parametrize("typed", ["0", "4", "", "another", "²"])
def test_what_is_no_option_is_wrong(typed):
    assert not any(asked(one, OPTIONS).accepts(typed) for one in OPTIONS)


def test_it_comes_back_from_a_file_and_can_still_be_translated():
    one = asked(OPTIONS[0], OPTIONS)
    back = OwnCodeQuestion.from_dict(json.loads(json.dumps(one.to_dict())))
    assert back == one and back.translated("ko").options[0] == "결과가 같습니다."
    assert back.translated("ko").answer == "결과가 같습니다."


@pytest.mark.parametrize("changed", [{"answer": "none of them"}, {"text": 3}, {"line": "3"}])
def test_a_file_with_another_kind_of_part_is_refused(changed):
    with pytest.raises(ValueError):
        OwnCodeQuestion.from_dict({**asked(OPTIONS[0], OPTIONS).to_dict(), **changed})
