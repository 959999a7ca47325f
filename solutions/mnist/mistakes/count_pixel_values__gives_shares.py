"""Your numbers are shares: they add up to 1. The question is how many pixels have each value, in whole
numbers."""

from collections import Counter


def count_pixel_values(image):
    return {value: count / image.size for value, count in Counter(image.ravel()).items()}
