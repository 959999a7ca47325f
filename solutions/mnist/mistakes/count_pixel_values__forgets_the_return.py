"""Your function did its counting, and gave None. What it made is gone when it ends, unless it is handed
back."""

from collections import Counter


def count_pixel_values(image):
    counts = Counter(image.ravel())
