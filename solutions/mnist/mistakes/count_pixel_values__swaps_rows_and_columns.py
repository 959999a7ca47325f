"""You swapped rows and columns. This shows only if the image is not a square. The first number of a shape is
the number of rows, and the first index chooses a row."""

from collections import Counter


def count_pixel_values(image):
    columns, rows = image.shape
    return Counter(int(image[row, column]) for row in range(rows) for column in range(columns))
