"""One Counter for each row, added up."""

from collections import Counter


def count_pixel_values(image):
    return sum((Counter(row.tolist()) for row in image), Counter())
