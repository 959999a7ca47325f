"""The words about numbers and arrays: each passes, fails, and is pinned in its wording."""

import numpy as np
import pytest
from refusals import TABLE, TENSOR, failing, said

from autograder.transport.wire import Described
from autograder.values import describe


def test_an_array_of_numpys_is_told_from_the_same_numbers_elsewhere(gave):
    gave(np.array([0.5])).is_an_array()
    gave(Described("array", "numpy.ma.MaskedArray", np.array([0.5]))).is_an_array()
    assert said(TENSOR, "is_an_array").startswith("f(x) gave a tensorflow.EagerTensor. The page continues with a NumPy array")
    assert said([0.5], "is_an_array").startswith("f(x) gave a list.")
    assert said(np.array([1, 2]), "is_an_array") == "f(x) gave whole numbers (of type int64); expected floats."
    assert said(np.array([True]), "is_an_array") == "f(x) gave truth values (of type bool); expected floats."


@pytest.mark.parametrize("decimals", [1, 2])
def test_rounded_numbers_are_told_whatever_the_decimals(decimals):
    exact = np.array([0.123456, 0.654321])
    failure = failing(exact.round(decimals), "is_close_to", exact, hidden=True)
    assert failure.message.endswith(f"all numbers are rounded, to {decimals} decimal{'s' * (decimals > 1)}.")
    assert failure.evidence == ("rounded",)


@pytest.mark.parametrize(
    "given", [np.zeros((2, 3)), [[0, 0, 0], [0, 0, 0]], ((0, 0, 0), [1, 2, 3])], ids=["array", "lists", "mixed"]
)
def test_has_shape_passes(gave, given):
    gave(given).has_shape((2, 3))


def test_has_shape_says_both_shapes_and_the_axes():
    message = said(np.zeros((3, 2)), "has_shape", (2, 3), ("rows", "columns"))
    assert message == "f(x) gave shape (3, 2); expected shape (2, 3) (rows, columns)."
    assert said(3, "has_shape", (2,)) == "f(x) gave a single number, 3; expected shape (2,)."
    assert said((np.zeros(2),), "has_shape", (2,)) == (
        "f(x) gave a tuple that contains the array; expected only the array. "
        "Is there a comma after what you return? A comma makes a tuple."
    )
    assert "comma" not in said((np.zeros(3),), "has_shape", (2,)) + said([np.zeros(2)], "has_shape", (2,))


@pytest.mark.parametrize(
    ("given", "words"),
    [("text", "gave 'text' (str)"), (TABLE, "gave a pandas.DataFrame"), ([[1], [1, 2]], "(list)"), ({1: 2}, "(dict)")],
    ids=["text", "table", "uneven lists", "dict"],
)
def test_what_is_no_array_is_told(given, words):
    message = said(given, "has_shape", (2,))
    assert words in message and message.endswith("Expected an array of numbers.")


@pytest.mark.parametrize(
    "given",
    [np.array([0.5, 1]), [0.5, 1], (0.5, 1), np.array([0.5, 1], np.float16), np.array([0.5004, 0.9996]), TENSOR],
    ids=["array", "list", "tuple", "half", "nearly", "tensor"],
)
def test_is_close_to_passes(gave, given):
    gave(given).is_close_to([0.5, 1])


@pytest.mark.parametrize(
    "given", [[0.5, 1.002], [0.5], [[0.5, 1]], [0.5, np.nan], [np.inf, 1], ["0.5", "1"], None, TABLE], ids=repr
)
def test_is_close_to_fails(given):
    failing(describe(given) if given is not TABLE else given, "is_close_to", [0.5, 1])


def test_is_close_to_says_the_first_place_and_both_numbers():
    message = said(np.array([[0.5, 0.25], [1, 2]]), "is_close_to", [[0.5, 0.5], [1, 1]], hidden=False, hint="Look at 255.")
    assert message == "f(x) gave 0.25 at [0, 1]; expected 0.5 (2 of 4 numbers are off). Look at 255."


def test_is_close_to_names_the_axes_of_the_place():
    message = said(np.zeros((1, 2, 3)), "is_close_to", np.eye(3)[None, 1:], ("images", "rows", "columns"), hidden=False)
    assert message == "f(x) gave 0.0 at image 0, row 0, column 1; expected 1.0 (2 of 6 numbers are off)."
    assert said(np.array([7]), "is_close_to", [4], ("images",), hidden=False) == "f(x) gave 7 at image 0; expected 4.0."
    assert said(np.array([7]), "is_close_to", [4], ("classes",), hidden=False) == "f(x) gave 7 at class 0; expected 4.0."


def test_a_function_that_was_not_called_is_told():
    for name in ("function", "method", "builtin_function_or_method"):
        message = said(Described("opaque", name, None), "is_close_to", [1.0])
        assert message.startswith("f(x) gave a function, not its result (are the parentheses missing?).")


def test_the_first_answer_for_all_is_told_from_another_one_for_all():
    """An array of one and the same number is what many functions give."""
    assert failing(np.array([3, 3, 3]), "is_close_to", [3, 1, 4]).evidence == ("the first for all",)
    assert isinstance(failing(np.array([1, 1, 1]), "is_close_to", [3, 1, 4]).evidence, np.ndarray)


def test_is_close_to_keeps_a_hidden_number_to_itself():
    message = said(np.array([0.25, 0.5]), "is_close_to", [0.75, 0.5])
    assert message == "f(x) gave 0.25 at [0] (1 of 2 numbers are off)."


def test_a_number_that_is_none_is_told_with_its_place():
    message = said(np.array([0.0, np.inf]), "is_close_to", [0, 1])
    assert message == "f(x) gave inf at [1], which is not a finite number. Is something divided by zero?"


def test_a_tolerance_can_be_chosen(gave):
    gave([1.4]).is_close_to([1], within=0.5)
    failing([1.6], "is_close_to", [1], within=0.5)


def test_has_dtype_kind(gave):
    gave(np.array([1, 2], np.uint8)).has_dtype_kind("iu", "whole numbers")
    gave([1, 2]).has_dtype_kind("iu", "whole numbers")
    message = said(np.array([1.0]), "has_dtype_kind", "iu", "whole numbers")
    assert message == "f(x) gave numbers of type float64; expected whole numbers."


def test_nan_is_right_exactly_where_it_is_expected(gave):
    gave(np.array([1, np.nan])).is_close_to([1, np.nan])
    assert said(np.array([1.0, 0.0]), "is_close_to", [1, np.nan], hidden=False) == (
        "f(x) gave 0.0 at [1]; expected nan (1 of 2 numbers are off)."
    )
    assert "which is not a finite number" in said(np.array([np.nan, np.nan]), "is_close_to", [1, np.nan])


def test_any_length_of_an_axis(gave):
    gave(np.zeros((3, 5))).has_shape((3, None))
    assert said(np.zeros((2, 5)), "has_shape", (3, None)) == "f(x) gave shape (2, 5); expected shape (3, any)."


def test_finite(gave):
    gave([1.0, 2.0]).is_finite()
    assert "gave inf at [1], which is not a finite number" in said([1.0, float("inf")], "is_finite")


def test_an_array_of_objects_has_its_own_shape(gave):
    objects = np.array([[1, 2, 3], [4, 5, 6]], dtype=object)
    gave(describe(objects)).is_close_to([[1, 2, 3], [4, 5, 6]])
    assert said(describe(objects), "has_shape", (6,)).startswith("f(x) gave shape (2, 3); expected shape (6,).")
    gave(describe(objects[0])).is_close_to([1, 2, 3])


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("7", "f(x) gave '7' (str). Expected a number."),
        ([7], "f(x) gave [7] (list); expected a single number."),
        (np.array([7.0, 8.0]), "f(x) gave an array of shape (2,); expected a single number."),
    ],
)
def test_where_one_number_is_expected_the_message_asks_for_one(given, words):
    assert said(given, "is_close_to", 7) == words
