"""A Counter, updated row by row."""

from collections import Counter


def count_pixel_values(image):
    counts = Counter()
    for row in image:
        counts.update(row.tolist())
    return counts
