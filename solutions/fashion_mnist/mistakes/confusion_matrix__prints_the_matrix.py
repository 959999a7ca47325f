"""Your function printed the matrix and returned None. print only shows a value; return gives it back, so that
the page can use it."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(labels, predictions):
        matrix[true, predicted] += 1
    print(matrix)
