"""Stubs, and pages without their answers."""

import ast

import pytest

from autograder.content.solution_markers import BEGIN, END, answers, is_stub, without_solutions


@pytest.mark.parametrize(
    "body",
    [
        "raise NotImplementedError",
        "raise NotImplementedError('later')",
        "pass",
        "...",
        '"""Doc."""',
        '"""Doc."""\n    pass',
    ],
)
def test_an_untouched_stub_is_recognised(body):
    assert is_stub(ast.parse(f"def f(x):\n    {body}\n").body[0])


@pytest.mark.parametrize(
    "body",
    [
        "return None",
        "x = 1\n    raise NotImplementedError",
        "raise ValueError",
        "return ...",
        "if x:\n        pass",
        "raise",
        '"""Doc."""\n    0',
    ],
)
def test_anything_else_is_an_attempt(body):
    assert not is_stub(ast.parse(f"def f(x):\n    {body}\n").body[0])


def test_something_that_is_no_function_is_no_stub():
    assert not is_stub(ast.parse("f = lambda x: ...").body[0])


def test_an_answer_becomes_one_line_that_keeps_its_indent():
    source = "def f():\n    '''Doc.'''\n    ### BEGIN SOLUTION\n    x = 1\n    return x\n    ### END SOLUTION\n\nf()\n"
    assert without_solutions(source) == "def f():\n    '''Doc.'''\n    raise NotImplementedError\n\nf()\n"


def test_what_is_left_without_its_answers_is_a_stub():
    source = "def f():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION"
    assert is_stub(ast.parse(without_solutions(source)).body[0])


def test_a_page_without_answers_stays_as_it_is():
    assert without_solutions("x = 1\n\n") == "x = 1\n\n"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (f"x = 1\n{BEGIN}\n", "line 2: ### BEGIN SOLUTION without ### END SOLUTION"),
        (f"{END}\n", "line 1: ### END SOLUTION without ### BEGIN SOLUTION"),
        (f"{BEGIN}\n{BEGIN}\n{END}", "line 2: a second ### BEGIN SOLUTION"),
    ],
)
def test_a_marker_without_its_partner_is_an_error_with_its_line(source, words):
    with pytest.raises(ValueError) as caught:
        without_solutions(source)
    assert words in str(caught.value)


def test_answers_are_what_stands_between_the_markers():
    assert answers(f"a = 1\n{BEGIN}\nb = 2\n{END}\nc = 3\n  {BEGIN}\n  d = 4\n  {END}\n") == ["b = 2", "  d = 4"]
