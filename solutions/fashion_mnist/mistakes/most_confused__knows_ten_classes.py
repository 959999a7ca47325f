"""Your loops go over ten classes. The function is also called with matrices of other sizes: len(matrix) says how
many classes there are."""

import numpy as np


def most_confused(matrix):
    best, pair = -1, None
    for true in range(10):
        for predicted in range(10):
            if true != predicted and matrix[true, predicted] > best:
                best, pair = matrix[true, predicted], (true, predicted)
    return pair
