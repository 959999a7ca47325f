"""split(features, target, share, seed): rows divided at random, with the same share of 1 in both parts"""

import numpy as np
import pandas as pd
import pytest

from autograder import expect, telling_inputs
from autograder.core.languages import authored

from words import Parts

ROWS = 240
ONES = 36


def customers(rng, as_array=False):
    """Sorted customers, each with a different number, which the column job repeats, and their target."""
    numbers = np.sort(rng.permutation(5000)[:ROWS])
    index = rng.permutation(1000)[:ROWS]
    contacts = ["unknown" if place % 3 == 0 else "cellular" for place in range(ROWS)]  # an unknown is no reason to lose a row
    features = pd.DataFrame({"job": [f"job {one}" for one in numbers], "customer": numbers, "contact": contacts}, index=index)
    target = (rng.permutation(ROWS) < ONES).astype(int)
    return features, target if as_array else pd.Series(target, index=index)


def parts(answer):
    return expect(answer).is_a(Parts)


def wrong(words, sentence, *evidence):
    words.fail(sentence, evidence)


def is_divided(answer, expected):
    words = parts(answer)
    numbers = [one for part in words.rows() for one in part]
    targets = [one for part in words.targets() for one in part]
    if sorted(zip(numbers, targets, strict=True)) != sorted(zip(*expected, strict=True)):
        wrong(words, "lost, repeated or mixed up rows.", "rows", numbers, targets)


@telling_inputs(is_divided, lambda _expected: authored("each row in one of the two parts, with its own target"))
def few_customers(draw):
    """Four to eight customers, as many with a 1 as with a 0."""
    half = draw.whole(2, 4)
    features = pd.DataFrame({"customer": range(10, 10 + 2 * half)})
    return features, np.array(draw.one_of([[0, 1] * half, [0] * half + [1] * half])), 0.5, draw.whole(0, 3)


@pytest.fixture(scope="module")
def rows(module_rng):
    return customers(module_rng)


@pytest.fixture(scope="module")
def answer(split, rows):
    return split(*rows, 0.25, 7)


@pytest.mark.points(2)
@pytest.mark.public
def test_the_form(split):
    """of twenty rows with the share 0.25, fifteen come back for training and five for the test, each with its targets"""
    features = pd.DataFrame({"customer": range(100, 120)})
    words = parts(split(features, np.array([0, 0, 0, 1] * 5), 0.25, 3))
    train, test = words.rows()
    if not (abs(len(test) - 5) <= 2 and abs(len(train) - 15) <= 2):
        said = authored("{call} gave {train} rows for training and {test} for the test; expected 15 and 5.", train=len(train), test=len(test))
        wrong(words, said, "sizes", len(train), len(test))
