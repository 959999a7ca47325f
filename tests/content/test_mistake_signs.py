"""The lines of a mistake's file that say which part of its evidence counts are read, and slips in them are said."""

import pytest

from autograder.content.mistake_signs import faults, read_signs

CHECKS = frozenset({"test_one", "test_two"})


def test_each_line_is_about_one_check():
    text = '"""It trains."""\n# Sign: test_one: words\n# Sign: test_two[0]: order\n\ndef f(): ...\n'
    assert read_signs(text) == {"test_one": "words", "test_two[0]": "order"}
    assert faults(text, CHECKS) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("# Sign: test_one: colour", "'colour' is not one of words"),
        ("# Sign: test_three: words", "names a check that does not exist"),
        ("# Sign: test_one words", "is not of the form"),
        ("#Sign: test_one: words", "is not of the form"),
        ("# Sign: test_one: __import__('os')", "is not of the form"),
    ],
)
def test_a_slip_is_said(line, said):
    (fault,) = faults(f'"""It trains."""\n{line}\n', CHECKS)
    assert said in fault


def test_a_file_without_such_a_line_has_none():
    assert read_signs("# Also true: other\n# Signs are good\n") == {} and faults("# Also true: other\n", CHECKS) == []
