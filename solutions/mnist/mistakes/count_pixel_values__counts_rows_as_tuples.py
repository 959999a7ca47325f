"""You counted how often each whole row occurs. The question is about single pixel values: look at one key of
your result."""

from collections import Counter


def count_pixel_values(image):
    return Counter(map(tuple, image))
