"""The numbers are right. You gave a list of pairs, and a list is asked by place: …[0] is the first pair.
Return the Counter or the dict itself, which is asked by value."""

from collections import Counter


def count_pixel_values(image):
    return sorted(Counter(image.ravel()).items())
