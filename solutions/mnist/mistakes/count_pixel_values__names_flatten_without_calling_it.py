"""Without parentheses, flatten is only the name of a method, and nothing happens to the image. A method does
its work only when you call it."""

from collections import Counter


def count_pixel_values(image):
    return Counter(image.flatten)
