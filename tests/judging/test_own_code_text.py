"""What the text of a function says about which of its lines may be asked about."""

from types import SimpleNamespace

import pytest

from autograder.judging.own_code_text import function_text


def text(body: str):
    source = "def f(x):\n" + "".join(f"    {line}\n" for line in body.split("\n"))
    return function_text(SimpleNamespace(cells=[{"source": source, "picks": [0]}]), "f")


@pytest.mark.parametrize(
    ("line", "can"),
    [
        ("x += 1", True),
        ("if x:\n    x = 1", True),
        ("if x:\n    x = 1\nelse:\n    x = 2", False),
        ("if x:\n    return 1", False),
        ("if x:\n    raise ValueError", False),
        ("for one in x:\n    pass", False),
        ("return x", False),
    ],
)
def test_a_statement_whose_loss_is_clear_can_be_left_out(line, can):
    assert text(f"{line}\nreturn x").can_be_left_out(2) is can


def test_no_line_of_a_function_with_a_loop_without_a_bound_can_be_left_out():
    assert not text("while x:\n    x -= 1\nx += 1\nreturn x").can_be_left_out(3)


@pytest.mark.parametrize(
    ("body", "shown"),
    [("if x > 1:\n    x = 2", "if x > 1:"), ("if (x > 1\n        and x < 5):\n    x = 2", "if (x > 1 …"), ("x = (1 +\n    2)", "x = (1 + …"), ("x = 1  # so", "x = 1")],
)
def test_a_statement_is_shown_by_its_first_line_with_a_sign_where_it_goes_on(body, shown):
    assert text(f"{body}\nreturn x").code(2) == shown


@pytest.mark.parametrize(
    ("line", "depends"),
    [("cells = np.zeros(9)", False), ("cells = np.empty(9, int)", True), ("cells = np.empty_like(x)", True), ("cells = {1, 2}", True)],
)
def test_what_stood_in_memory_before_decides_no_question(line, depends):
    """Without the line that fills it, an array of np.empty may hold by chance what it held the time before."""
    assert text(f"{line}\ncells[:] = x\nreturn cells").ordered is not depends


def test_a_comprehension_counts_for_the_function_that_it_is_in():
    assert text("def g(rows):\n    return [one for one in rows]\nb = [one for one in x]\nreturn g(b)").comprehensions == {4}
