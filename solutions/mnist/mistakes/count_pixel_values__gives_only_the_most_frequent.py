"""Your answer holds the most frequent value only. The others count, too: your counts have to add up to
rows × columns."""

from collections import Counter


def count_pixel_values(image):
    return Counter(image.ravel()).most_common(1)
