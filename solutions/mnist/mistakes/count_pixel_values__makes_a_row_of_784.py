"""You made a row of exactly 784 pixels. This works only for images of 28 by 28: let the array find the length
of the row itself."""

from collections import Counter


def count_pixel_values(image):
    return Counter(image.reshape(784).tolist())
