"""tolist makes a list of rows of an image, and each row is a list again. Counter would count whole rows, and
lists cannot be counted. Make one long row of the image first."""

from collections import Counter


def count_pixel_values(image):
    return Counter(image.tolist())
