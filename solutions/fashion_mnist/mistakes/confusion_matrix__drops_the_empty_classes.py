"""You removed the rows and columns of classes that do not occur. After that, a row number is no longer a class
number. The matrix has one row and one column for each of the classes, also for empty ones."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(labels, predictions):
        matrix[true, predicted] += 1
    present = np.union1d(labels, predictions)
    return matrix[present][:, present]
