"""count_labels(labels): how often each label occurs"""

import numpy as np
import pytest

from autograder import expect, telling_inputs


@telling_inputs(lambda answer, expected: expect(answer).counts(expected, "label"))
def few_labels(draw):
    return (np.array(draw.several(1, 8, lambda draw: draw.whole(0, 9)), np.uint8),)


@few_labels.right
def slowly(labels):
    """Count with nothing but a loop."""
    counts = {}
    for label in labels.tolist():
        counts[label] = counts.get(label, 0) + 1
    return counts


@pytest.mark.points(1)
@pytest.mark.public
def test_a_few_labels(count_labels):
    """in 5 0 4 1 5 2 1 5 there are three 5s, two 1s, and one each of 0, 2 and 4"""
    labels = np.array([5, 0, 4, 1, 5, 2, 1, 5], np.uint8)
    expect(count_labels(labels)).counts({0: 1, 1: 2, 2: 1, 4: 1, 5: 3}, "label", hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.after("test_a_few_labels")
def test_a_label_can_be_looked_up(count_labels):
    """count_labels(…)[5] gives the number of 5s"""
    expect(count_labels(np.array([5, 0, 5, 1], np.uint8))).can_be_asked("label", "count_labels(…)[5]")


@pytest.mark.points(1)
@pytest.mark.public
def test_the_argument_is_left_alone(count_labels):
    """the argument is not changed"""
    expect(count_labels(np.array([5, 0, 5, 1], np.uint8))).leaves_its_arguments_alone()


@pytest.mark.points(1)
@pytest.mark.parametrize("dtype", ["uint8", "int64"])
def test_every_label_is_counted(count_labels, rng, dtype):
    """every label is counted, in any order"""
    labels = np.repeat(np.arange(10), rng.choice(np.arange(150, 250), 10, replace=False)).astype(dtype)
    rng.shuffle(labels)
    expect(count_labels(labels)).counts(slowly(labels), "label", of=labels)


@pytest.mark.points(1)
def test_a_missing_class(count_labels, rng):
    """a digit that does not occur has the count 0 or no entry, even if it is the last one"""
    labels = np.repeat([0, 1, 2, 3, 5, 6, 8], rng.choice(np.arange(20, 90), 7, replace=False)).astype(np.uint8)
    rng.shuffle(labels)
    expect(count_labels(labels)).counts(slowly(labels), "label", of=labels)


@pytest.mark.points(1)
def test_one_class_only(count_labels):
    """if all labels are the same, there is one count"""
    expect(count_labels(np.full(37, 4, np.uint8))).counts({4: 37}, "label")


@pytest.mark.points(1)
def test_no_labels(count_labels):
    """an empty array of labels gives no counts"""
    expect(count_labels(np.array([], np.uint8))).counts({}, "label")


@pytest.mark.points(1)
def test_more_than_an_8_bit_number_can_hold(count_labels, rng):
    """a count can be larger than 255"""
    labels = rng.permutation(np.repeat([9, 3, 0], [700, 260, 41])).astype(np.uint8)
    expect(count_labels(labels)).counts({9: 700, 3: 260, 0: 41}, "label", of=labels)
