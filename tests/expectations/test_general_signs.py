"""Each sign is true whenever it is said: of arrays that were changed in a known way, and of arrays that have nothing in common."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from autograder.expectations.general_signs import of_calls, sign

NUMBERS = st.floats(-1000, 1000, allow_nan=False, width=32)
ROWS = arrays.arrays(np.float64, st.integers(4, 12), elements=NUMBERS)
TABLES = arrays.arrays(np.float64, arrays.array_shapes(min_dims=2, max_dims=3, min_side=2, max_side=5), elements=NUMBERS)
ANY = st.one_of(ROWS, TABLES)
WITHIN = 1e-3


def holds(text: str, one: np.ndarray, other: np.ndarray) -> bool:
    """Whether a sentence is true of a wrong and a right array, worked out again and in another way."""

    def same(a: np.ndarray, b: np.ndarray) -> bool:
        return a.shape == b.shape and np.allclose(a, b, rtol=0, atol=WITHIN * 1.0001)

    if "transposed" in text:
        axes = re.search(r"axes (\d) and (\d)", text)
        return same(np.moveaxis(one, (int(axes[1]), int(axes[2])), (int(axes[2]), int(axes[1]))) if axes else one.T, other)
    if "reverse order along axis" in text:
        return same(np.flip(one, int(text[-2])), other)
    if "reverse order" in text:
        return same(np.array(one.tolist()[::-1]), other)
    if "sorted" in text:
        return same(np.array(sorted(other.tolist(), reverse="largest first" in text)), one)
    if "another order" in text or "not at their places" in text:
        return same(np.sort(one.ravel()), np.sort(other.ravel()))
    if "too late" in text:
        return all(abs(a - b) <= 1.01 * WITHIN for a, b in zip(one[1:].ravel(), other[:-1].ravel(), strict=True))
    if "too early" in text:
        return all(abs(a - b) <= 1.01 * WITHIN for a, b in zip(one[:-1].ravel(), other[1:].ravel(), strict=True))
    if "Only the first" in text:
        return same(one, other[1:])
    if "Only the last" in text:
        return same(one, other[:-1])
    if "opposite sign" in text:
        return np.allclose(one, -other, rtol=1e-4)
    if factor := re.search(r"times (\S+)\.$", text):
        return np.allclose(one, float(factor[1]) * other, rtol=2e-4, atol=1e-9 * np.abs(other).max())
    if difference := re.search(r"number is (\S+) too (large|small)", text):
        off = float(difference[1]) * (1 if difference[2] == "large" else -1)
        return np.allclose(one - other, off, rtol=1e-3, atol=1e-5 * max(np.abs(one).max(), np.abs(other).max()))
    if "1 minus" in text:
        return np.allclose(one, 1 - other, atol=1e-5)
    if "rounded" in text:
        decimals = re.search(r"to (\d)", text)
        return np.allclose(one, np.round(other, int(decimals[1]) if decimals else 0), rtol=0, atol=1e-5)
    if "cut off" in text:
        return (one == np.trunc(other)).all()
    if "where a whole number" in text:
        return all((abs(a - b) <= WITHIN) == float(b).is_integer() for a, b in zip(one.ravel(), other.ravel(), strict=True))
    if "only their shape" in text:
        return one.shape != other.shape and same(one.ravel(), other.ravel())
    raise AssertionError(f"nobody says when this is true: {text}")


CHANGES = {
    "transposed": lambda x: x.T,
    "axes": lambda x: np.swapaxes(x, 0, -1),
    "reversed": lambda x: x[::-1],
    "rows reversed": lambda x: x[..., ::-1],
    "sorted": lambda x: np.sort(x, axis=0),
    "sorted down": lambda x: np.sort(x, axis=0)[::-1],
    "turned": lambda x: np.roll(x, 2, axis=0),
    "late": lambda x: np.concatenate([x[:1], x[:-1]]),
    "early": lambda x: np.concatenate([x[1:], x[-1:]]),
    "rolled": lambda x: np.roll(x, 1, axis=0),
    "without the first": lambda x: x[1:],
    "without the last": lambda x: x[:-1],
    "255 over 256": lambda x: x * 255 / 256,
    "twice": lambda x: 2 * x,
    "opposite": lambda x: -x,
    "one more": lambda x: x + 1,
    "a little less": lambda x: x - 0.25,
    "one minus": lambda x: 1 - x,
    "rounded": lambda x: np.round(x),
    "one decimal": lambda x: np.round(x, 1),
    "cut off": lambda x: np.trunc(x),
    "floor": lambda x: np.floor(x),
    "flat": lambda x: x.ravel(),
    "as float32": lambda x: (x * np.float32(1.1)).astype(np.float32),
    "one wrong": lambda x: np.concatenate([x[:1] + 5, x[1:]]),
    "whole ones": lambda x: np.where(x == np.round(x), x, x + 7),
    "square": lambda x: x * x,
    "truth": lambda x: x > 0,
    "bytes": lambda x: np.abs(x).astype(np.uint8),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@settings(max_examples=60, deadline=None, derandomize=True)
@given(expected=ANY)
def test_what_is_said_is_true(change, expected):
    wrong = change(expected)
    text = sign(wrong, expected, WITHIN)
    assert not text or holds(text, np.asarray(wrong, np.float64), expected)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10**9), shape=arrays.array_shapes(min_dims=1, max_dims=3, min_side=2, max_side=5))
def test_arrays_that_have_nothing_in_common_have_no_sign(seed, shape):
    rng = np.random.default_rng(seed)
    assert sign(rng.normal(0, 5, shape), rng.normal(0, 5, shape), WITHIN) == ""


@settings(max_examples=100, deadline=None, derandomize=True)
@given(expected=ANY)
def test_a_right_value_has_no_sign(expected):
    assert sign(expected, expected, WITHIN) == sign(expected + WITHIN / 2, expected, WITHIN) == ""


SAID = {
    "transposed": ([[1, 4], [2, 5], [3, 6]], [[1, 2, 3], [4, 5, 6]], "rows and columns are swapped"),
    "two axes": (np.arange(24).reshape(2, 3, 4).swapaxes(1, 2), np.arange(24).reshape(2, 3, 4), "the axes 1 and 2"),
    "reversed": ([3, 1, 2], [2, 1, 3], "reverse order"),
    "sorted": ([1, 2, 3, 7], [2, 1, 7, 3], "sorted, the smallest first"),
    "sorted down": ([7, 3, 2, 1], [2, 1, 7, 3], "sorted, the largest first"),
    "another order": ([1, 7, 2, 3], [2, 1, 7, 3], "another order"),
    "late": ([0, 5, 2, 9], [5, 2, 9, 1], "one place too late"),
    "early": ([2, 9, 1, 0], [5, 2, 9, 1], "one place too early"),
    "in another order": ([2.5, 1.0, 3.0, 2.0], [1.0, 2.0, 2.5, 3.0], "but in another order"),
    "in an order with steps of one": ([3, 4, 1, 2], [1, 3, 2, 4], "but in another order"),
    "no first": ([2, 9, 1, 8], [5, 2, 9, 1, 8], "Only the first number is missing"),
    "no last": ([5, 2, 9, 1], [5, 2, 9, 1, 8], "Only the last number is missing"),
    "255 over 256": (np.arange(5) / 256, np.arange(5) / 255, "times 0.99609"),
    "255 over 254": (np.arange(5) / 254, np.arange(5) / 255, "times 1.0039"),
    "opposite": ([-1, 2, -4], [1, -2, 4], "opposite sign"),
    "one more": ([2, 3, 6], [1, 2, 5], "Every number is 1 too large"),
    "a quarter less": ([0.75, 1.75, 4.75], [1, 2, 5], "Every number is 0.25 too small"),
    "one minus": ([0.9, 0.2, 0.5], [0.1, 0.8, 0.5], "1 minus"),
    "rounded": ([1.0, 3.0, 2.0, 8.0], [1.2, 2.6, 1.8, 8.4], "rounded to whole ones"),
    "two decimals": ([1.23, 2.5, 3.88], [1.234, 2.5, 3.876], "rounded, to 2 decimals"),
    "cut off": ([1, 2, 1, 8], [1.2, 2.6, 1.8, 8.4], "cut off"),
    "whole division": ([2, 9, 1, 8], [2, 9.5, 1, 8.25], "cut off"),
    "whole only": ([2, 0, 1, 0], [2, 9.5, 1, 8.25], "where a whole number is expected"),
    "flat": ([1, 2, 3, 4], [[1, 2], [3, 4]], "only their shape"),
    "truth values": ([True, False, True], [2, 0, 2], "times 0.5"),
    "texts reversed": (["a", "c", "b"], ["b", "c", "a"], "reverse order"),
    "texts sorted": (["a", "b", "c", "d"], ["d", "a", "c", "b"], "sorted"),
    "texts late": (["x", "a", "b", "c"], ["a", "b", "c", "d"], "one place too late"),
    "texts rolled": (["d", "b", "a", "c"], ["b", "a", "c", "d"], "one place too late"),
    "texts in another order": (["c", "a", "b", "d"], ["d", "a", "c", "b"], "another order"),
    "texts without the first": (["b", "c", "d"], ["a", "b", "c", "d"], "Only the first item is missing"),
    "rows late": ([[0, 0], [5, 2], [2, 9], [9, 1]], [[5, 2], [2, 9], [9, 1], [1, 7]], "each row comes one place too late"),
    "rolled": ([1, 5, 2, 9, 3], [5, 2, 9, 3, 1], "one place too late"),
    "rows rolled": ([[9, 1], [5, 2], [2, 9], [7, 7]], [[5, 2], [2, 9], [7, 7], [9, 1]], "each row comes one place too late"),
    "images rolled": (np.arange(24).reshape(4, 3, 2), np.roll(np.arange(24).reshape(4, 3, 2), 1, axis=0), "each item comes one place too early"),
    "rows without the last": ([[5, 2], [2, 9], [9, 1]], [[5, 2], [2, 9], [9, 1], [1, 7]], "Only the last row is missing"),
    "numbers as texts": (["1", "2"], [1, 2], "mixed up"),
    "shares in place of counts": ({0: 0.5, 1: 0.3, 2: 0.2}, {0: 5, 1: 3, 2: 2}, "times 0.1"),
    "keys from one": ({1: 5, 2: 3}, {0: 5, 1: 3}, "All keys are one too large"),
    "keys from minus one": ({-1: 5, 0: 3}, {0: 5, 1: 3}, "All keys are one too small"),
    "keys as texts": ({"0": 5, "1": 3}, {0: 5, 1: 3}, "type of the keys"),
    "keys and values": ({5: 0, 3: 1}, {0: 5, 1: 3}, "Keys and values are swapped"),
    "other keys": ({0: 5, 1: 2, 2: 3}, {0: 5, 1: 3, 2: 2}, "at other keys"),
}


@pytest.mark.parametrize(("wrong", "expected", "text"), SAID.values(), ids=SAID)
def test_a_sign_is_said(wrong, expected, text):
    assert text in sign(wrong, expected)


NOT_SAID = {
    "two numbers have any factor": ([2, 4], [1, 3]),
    "one number": ([4], [2]),
    "the same number everywhere": ([2, 2, 2], [1, 1, 1]),
    "all zeros": ([0, 0, 0], [1, 2, 3]),
    "one is off": ([2, 4, 6, 9], [1, 2, 3, 4]),
    "nothing": ([], []),
    "kinds": ("abc", [1, 2, 3]),
    "a mapping and a list": ({0: 1}, [1]),
    "None": (None, [1, 2, 3]),
    "lists that have no shape": ([[1, 2], [3]], [[1, 2], [3, 4]]),
    "another number of items": ([1, 2, 3], [1, 2, 3, 4, 5, 6]),
    "three texts have too few places": (["b", "c"], ["a", "b", "c"]),
    "the same text at most places": (["x", "a", "a"], ["a", "a", "b"]),
    "other texts": (["a", "x", "y", "z"], ["a", "b", "c", "d"]),
    "endless": ([np.inf, 2, 3], [1, 2, 4]),
    "two shares, turned round or each taken from 1": ([[0.0, 1.0]], [[1.0, 0.0]]),
    "one minus what is not a share": ([-0.5, 0.5, 1], [1.5, 0.5, 0]),
}


@pytest.mark.parametrize(("wrong", "expected"), NOT_SAID.values(), ids=NOT_SAID)
def test_nothing_is_said_without_a_sign(wrong, expected):
    assert sign(wrong, expected) == ""


def test_single_numbers_of_several_calls_have_signs_together():
    assert of_calls([(2.0, 1.0), (5.0, 2.5), (9.0, 4.5)]) == "In all 3 calls so far: every number is the expected one times 2."
    assert of_calls([(2.0, 1.0), (4.0, 2.0)]) == ""
    assert of_calls([(1.0, 1.0), (0.0, 2.5), (3.0, 3.0), (0.0, 4.5)]).endswith("wrong everywhere else.")


def test_a_few_numbers_of_each_call_count_together():
    """Two numbers have any factor, but those of two calls have not."""
    assert of_calls([((50, 20), (0.5, 0.2)), (np.array([10, 30]), [0.1, 0.3])]).endswith("is the expected one times 100.")
    assert of_calls([({"a": 50}, {"a": 0.5}), ({"b": 20, "c": 90}, {"c": 0.9, "b": 0.2})]).endswith("is the expected one times 100.")
    assert of_calls([({"a": 50}, {"a": 0.5}), ({"b": 20}, {"c": 0.9, "b": 0.2})]) == "", "other keys"
    assert of_calls([((50, 20), (0.5, 0.2)), (None, 3.0)]) == of_calls([((50, 20), (0.5, 0.2)), ("30", 0.3)]) == ""
    assert of_calls([(np.ones(200), np.ones(200) / 2), (np.ones(200), np.ones(200) / 3)]) == "", "an array is looked at alone"
