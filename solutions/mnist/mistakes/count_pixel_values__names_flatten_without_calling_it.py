"""Without parentheses, flatten is only the name of a method, and nothing happened to the image. A method
does its work when it is called."""

from collections import Counter


def count_pixel_values(image):
    return Counter(image.flatten)
