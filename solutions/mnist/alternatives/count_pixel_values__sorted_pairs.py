"""A list of pairs, sorted by value."""

from collections import Counter
from itertools import chain


def count_pixel_values(image):
    return sorted(Counter(chain.from_iterable(image)).items())
