"""Answers are grouped by evidence: exact where it is steady, coarse where it is not."""

import pytest

from autograder.authoring import answer_groups as groups

A, B = {"t": ("failed", [1.0, 2.0])}, {"t": ("failed", [1.0, 3.0])}


def test_each_seed_can_tell_two_answers_apart():
    """For one seed they look alike: a function that is wrong for odd numbers only, say."""
    assert groups.grouped({"ada": [A, A], "ben": [A, B], "eve": [A, A]}) == [["ada", "eve"], ["ben"]]


def test_close_numbers_are_the_same_and_other_outcomes_are_not():
    near, error = {"t": ("failed", [1.0, 2.00001])}, {"t": ("error", [1.0, 2.0])}
    assert groups.grouped({"ada": [A], "ben": [near], "eve": [error]}) == [["ada", "ben"], ["eve"]]


def test_a_chain_of_close_answers_is_one_group():
    chain = {str(step): [{"t": ("failed", [1.0 + step * 6e-5])}] for step in range(6)}
    assert len(groups.grouped(chain)) == 1


def test_a_check_that_only_one_of_them_has_tells_them_apart():
    assert not groups.same([A], [{**A, "u": ("passed", None)}])
    assert not groups.same([A, A], [A])


def test_unsteady_evidence_counts_by_its_first_word_only():
    one, again = {"t": ("failed", ["moved", 0.3]), "u": ("failed", [1])}, {"t": ("failed", ["moved", 0.4]), "u": ("failed", [1])}
    coarse = groups.unsteady(one, again)
    assert coarse == {"t"}
    assert groups.compared(one, coarse) == groups.compared(again, coarse)
    assert groups.compared(one, coarse) != groups.compared({**one, "t": ("failed", ["still", 0.3])}, coarse)
    assert groups.compared({"t[3]": ("failed", ["moved", 0.3])}, {"t"}) == {"t[3]": ("failed", ["moved"])}


def test_the_name_in_an_exception_is_the_students():
    one = {"t": ("error", ("UnboundLocalError", "cannot access local variable 'adas_total'"))}
    other = {"t": ("error", ("UnboundLocalError", "cannot access local variable 'x'"))}
    assert groups.compared(one, ()) == groups.compared(other, ())
    key = {"t": ("error", ("KeyError", "'adas_total'"))}
    assert groups.compared(key, ()) != groups.compared({"t": ("error", ("KeyError", "'x'"))}, ())


def test_which_checks_train_is_read_off_their_marks(tmp_path):
    path = tmp_path / "test_f.py"
    path.write_text(
        "import pytest\n@pytest.mark.training\ndef test_a(f): ...\n@pytest.mark.points(3)\ndef test_b(f): ...\n"
        "@pytest.mark.points(3)\n@pytest.mark.training()\ndef test_c(f): ...\ndef training(): ...\n"
    )
    assert groups.training_checks(path) == {"test_a", "test_c"}


@pytest.mark.parametrize(
    ("rows", "is_wrong", "is_missing", "error"),
    [
        ({"t": ("passed", None), "u": ("skipped", ("skipped",))}, False, False, ""),
        ({"t": ("passed", None), "u": ("error", ("ValueError", "no"))}, True, False, "ValueError"),
        ({"t": ("timeout", "timeout")}, True, False, ""),
        ({"t": ("error", ("missing",))}, True, True, "missing"),
        ({"t": ("broken", None)}, False, False, ""),
    ],
)
def test_what_becomes_of_an_answer(rows, is_wrong, is_missing, error):
    assert (groups.is_wrong(rows), groups.is_missing(rows), groups.error_of(rows)) == (is_wrong, is_missing, error)
