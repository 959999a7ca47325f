"""Your loop always goes to ten. The function is also tested with fewer classes. How do you find out how many rows
a matrix has?"""

import numpy as np


def class_recall(matrix):
    recall = np.full(10, np.nan)
    for true in range(10):
        if matrix[true].sum():
            recall[true] = matrix[true, true] / matrix[true].sum()
    return recall
