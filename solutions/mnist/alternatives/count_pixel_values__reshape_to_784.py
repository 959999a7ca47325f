"""A Counter of 784 pixels in a row."""

from collections import Counter


def count_pixel_values(image):
    return Counter(image.reshape(784))
