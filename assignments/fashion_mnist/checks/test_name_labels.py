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
