"""All rows of your table are the same list: [row] * n repeats one list n times, it does not make new ones. So
each image is counted in every row. Make a new list for each row, or an array."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = [[0] * classes] * classes
    for true, predicted in zip(labels, predictions):
        matrix[true][predicted] += 1
    return np.array(matrix)
