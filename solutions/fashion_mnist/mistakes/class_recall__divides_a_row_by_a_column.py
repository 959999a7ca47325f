"""You divided a row of numbers by a column of sums. NumPy makes a whole table of that: each diagonal number is
divided by each sum. Print the two shapes before you divide."""

import numpy as np


def class_recall(matrix):
    with np.errstate(all="ignore"):
        return matrix.diagonal() / matrix.sum(axis=1, keepdims=True)
