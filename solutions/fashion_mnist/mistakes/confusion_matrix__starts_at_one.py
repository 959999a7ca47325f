"""Each number is 1 too large: the table was filled with ones before the counting began. What does a count begin
with?"""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.ones((classes, classes), int)
    for true, predicted in zip(labels, predictions):
        matrix[true, predicted] += 1
    return matrix
