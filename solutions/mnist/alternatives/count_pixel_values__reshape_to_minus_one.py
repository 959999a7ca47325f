"""A Counter after reshape, which finds the length itself."""

from collections import Counter


def count_pixel_values(image):
    return Counter(image.reshape(-1))
