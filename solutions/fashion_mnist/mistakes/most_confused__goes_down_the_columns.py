"""Of several equally large numbers you gave the first one column by column. The exercise asks for the first one row by row: which
of two equal numbers does your search meet first?"""

import numpy as np


def most_confused(matrix):
    best, pair = -1, None
    for predicted in range(len(matrix)):
        for true in range(len(matrix)):
            if true != predicted and matrix[true, predicted] > best:
                best, pair = matrix[true, predicted], (true, predicted)
    return pair
