"""You made a row of exactly 784 pixels. That fits only images of 28 by 28: let the array work out for itself
how long its row becomes."""

from collections import Counter


def count_pixel_values(image):
    return Counter(image.reshape(784).tolist())
