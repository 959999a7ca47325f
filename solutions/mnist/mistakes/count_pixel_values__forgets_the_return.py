"""Your function counted but returned None. A result is lost when the function ends, unless the function
returns it."""

from collections import Counter


def count_pixel_values(image):
    counts = Counter(image.ravel())
