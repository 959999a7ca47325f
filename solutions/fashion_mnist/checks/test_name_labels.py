### VARIANT 2, 0, 2 is {first._two}, {first.number}, {first._two}
### VARIANT [4, 0, 3, 3, 1, 2] is {first._kinds}
### VARIANT draw.whole(0 is draw.whole({first.number}
### VARIANT len(names) - 1 is {first._largest}
### VARIANT enumerate(class_names) is {first._numbered}
### VARIANT .astype(np.uint8) is {first._many}
### VARIANT ] = 12 is ] = {first._twelve}
### VARIANT rng.permutation(5) is {first._five}
"""name_labels(labels, class_names): one name for each label, in order"""

import numpy as np
import pytest

from autograder import expect, telling_inputs

from words import Names

KINDS = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Shirt"]


@telling_inputs(lambda answer, expected: expect(answer).is_a(Names).are(expected))
def few_labels(draw):
    """A few labels, and two to four names."""
    names = ["sun", "rain", "snow", "thunderstorm"][: draw.whole(2, 4)]
    return np.array(draw.several(1, 5, lambda draw: draw.whole(0, len(names) - 1)), np.uint8), names


@few_labels.right
def one_by_one(labels, class_names):
    return [name for label in labels.tolist() for place, name in enumerate(class_names) if place == label]


@pytest.mark.points(1)
@pytest.mark.public
def test_three_labels(name_labels):
    """with the names sun, rain and snow, the labels 2, 0, 2 become snow, sun, snow"""
    names = expect(name_labels(np.array([2, 0, 2], np.uint8), ["sun", "rain", "snow"])).is_a(Names)
    names.are(["snow", "sun", "snow"], hidden=False)
    names.are_kept()


@pytest.mark.points(1)
@pytest.mark.public
def test_long_names_stay_complete(name_labels):
    """names of different lengths stay complete"""
    names = expect(name_labels(np.array([4, 0, 3, 3, 1, 2]), KINDS)).is_a(Names)
    names.are(["Shirt", "T-shirt/top", "Dress", "Dress", "Trouser", "Pullover"], hidden=False)


@pytest.mark.points(2)
def test_many_labels(name_labels, rng):
    """many labels become names in their order, even if some classes do not occur"""
    class_names = [f"kind {number}" for number in rng.permutation(900)[:13].tolist()]
    labels = rng.choice(rng.permutation(12)[:9], 60).astype(np.uint8)
    labels[rng.integers(5, 55)] = 12
    slowly = []
    for label in labels.tolist():
        for place, name in enumerate(class_names):
            if place == label:
                slowly.append(name)
    expect(name_labels(labels, class_names)).is_a(Names).are(slowly)


@pytest.mark.points(1)
def test_the_arguments_are_left_alone(name_labels, rng):
    """labels and class_names are not changed"""
    expect(name_labels(rng.permutation(5), list(KINDS))).leaves_its_arguments_alone()
