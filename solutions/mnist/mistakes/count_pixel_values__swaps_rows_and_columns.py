"""You have rows and columns the wrong way round, which shows only where the image is no square. The first
number of a shape counts the rows, and the first index picks one of them."""

from collections import Counter


def count_pixel_values(image):
    columns, rows = image.shape
    return Counter(int(image[row, column]) for row in range(rows) for column in range(columns))
