"""A Counter of the image as one long row."""

from collections import Counter


def count_pixel_values(image):
    return Counter(image.ravel())
