"""Your loops always go over 28 rows and 28 columns. An image can be larger or smaller: where can you read how
many rows and columns it has?"""

from collections import Counter


def count_pixel_values(image):
    counts = Counter()
    for row in range(28):
        for column in range(28):
            counts[int(image[row, column])] += 1
    return counts
