"""tolist turns an image into a list of rows, and each row is a list, too. Counter then tries to count whole
rows, but a list cannot be a key. First turn the image into one long row."""

from collections import Counter


def count_pixel_values(image):
    return Counter(image.tolist())
