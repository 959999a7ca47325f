"""Marks: what is below one has other values in a variant, and without marks a file is that of the ordinary assignment."""

import pytest

from autograder.content import variant_marks
from autograder.content.variant_marks import VariantMark, filled, marks, without_marks

TEXT = """\
before 255
### VARIANT 255 is {white}
    ### VARIANT "light" is "{key}"
at 255, not 2555, 1255, 0.255 or a255: {"light": 255.0, "lighter": 1}
### END VARIANT
after 255
"""
VALUES = {"white": 100, "key": "bright", "label": {"first": 0, "last": 9}}


def test_only_words_below_the_marks_are_other_ones():
    assert filled(TEXT, VALUES) == (
        'before 255\nat 100, not 2555, 1255, 0.255 or a255: {"bright": 100.0, "lighter": 1}\nafter 255\n'
    )


def test_without_marks_nothing_else_is_gone():
    assert without_marks(TEXT) == 'before 255\nat 255, not 2555, 1255, 0.255 or a255: {"light": 255.0, "lighter": 1}\nafter 255\n'
    assert without_marks("### BEGIN SOLUTION\nx\n") == "### BEGIN SOLUTION\nx\n"


def test_a_value_is_not_replaced_a_second_time():
    """The values of two parameters may be each other's texts."""
    both = "### VARIANT one is {a}\n### VARIANT two is {b}\none two\n"
    assert filled(both, {"a": "two", "b": "one"}) == "two one\n"


def test_the_longer_text_comes_first():
    assert filled("### VARIANT a is {x}\n### VARIANT a b is {y}\na b, a\n", {"x": 1, "y": 2}) == "2, 1\n"


def test_a_mark_without_an_end_goes_to_the_end_of_the_file():
    assert filled("### VARIANT 1 is {n}\n1\n\n1", {"n": 5}) == "5\n\n5"


def test_entries_of_a_table():
    assert filled("### VARIANT 0 to 9 is {label.first} to {label.last}\n0 to 9", VALUES) == "0 to 9"
    assert marks("### VARIANT 9 is {label.last}") == [VariantMark(1, "9", "{label.last}")]
    for form in ("{label}", "{white.first}", "{label.middle}", "{nothing}"):
        with pytest.raises(KeyError):
            VariantMark(1, "9", form).filled(VALUES)


def test_a_line_that_only_looks_like_a_mark_is_text():
    assert not variant_marks.is_mark("### VARIANTS of this") and not variant_marks.is_mark("# VARIANT 1 is {n}")
    assert without_marks("### VARIANTS of this\n") == "### VARIANTS of this\n"
