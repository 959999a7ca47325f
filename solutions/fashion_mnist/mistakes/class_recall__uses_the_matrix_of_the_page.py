"""Your function looks at a variable of the page instead of its argument. So it always answers for the same matrix. Use
only what is in the parentheses."""

import numpy as np

own_matrix = np.array([[7, 1, 0], [2, 5, 0], [0, 3, 9]])


def class_recall(matrix):
    return own_matrix.diagonal() / own_matrix.sum(axis=1)
