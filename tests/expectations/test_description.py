"""A description comes from a process that nobody trusts: whatever is odd in it is refused."""

import numpy as np
import pytest

from autograder.expectations.description import MAX_PARTS, floats, parts_of


@pytest.mark.parametrize("parts", [None, "ab", (1, 2), {"a": 1}, [0] * (MAX_PARTS + 1)], ids=["none", "text", "tuple", "dict", "too many"])
def test_parts_are_a_list_of_a_usual_length(parts):
    assert parts_of({"lines": [0] * MAX_PARTS}, "lines") == [0] * MAX_PARTS
    with pytest.raises(ValueError, match="lines is not a list of a usual length"):
        parts_of({"lines": parts}, "lines")


@pytest.mark.parametrize(
    "odd", [np.zeros(3), np.zeros((1, 2, 3)), np.array([[np.nan]]), np.array([[np.inf, 0]]), [[1.0]]], ids=["flat", "deep", "nan", "inf", "list"]
)
def test_an_array_has_its_axes_and_only_numbers(odd):
    assert np.array_equal(floats(np.eye(2, dtype=np.int8), 2), np.eye(2))
    with pytest.raises(ValueError):
        floats(odd, 2)
