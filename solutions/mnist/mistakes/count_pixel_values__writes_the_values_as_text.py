"""The numbers are right, but your keys are texts, and the values are numbers: …[5] does not find "5". Count
the numbers themselves."""

from collections import Counter


def count_pixel_values(image):
    return Counter(str(value) for value in image.ravel())
