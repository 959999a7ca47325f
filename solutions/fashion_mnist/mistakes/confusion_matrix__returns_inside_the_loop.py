"""Your return is inside the loop, so the function ends after the first image. How far must the line be moved to
the left?"""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(labels, predictions):
        matrix[true, predicted] += 1
        return matrix
