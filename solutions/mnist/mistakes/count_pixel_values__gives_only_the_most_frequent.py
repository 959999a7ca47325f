"""Your answer holds only the most frequent value. The other values count, too: your counts must add up to
rows × columns."""

from collections import Counter


def count_pixel_values(image):
    return Counter(image.ravel()).most_common(1)
