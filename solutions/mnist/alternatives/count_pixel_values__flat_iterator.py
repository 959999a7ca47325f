"""A Counter of the flat iterator."""

from collections import Counter


def count_pixel_values(image):
    return Counter(int(value) for value in image.flat)
