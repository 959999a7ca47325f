"""A Counter of a flat list."""

from collections import Counter


def count_pixel_values(image):
    return Counter(image.flatten().tolist())
