"""Equal pairs are counted only once, so no number is larger than 1. matrix[labels, predictions] += 1 adds 1 to each
cell that occurs, however often its pair does; = 1 and a set of pairs do the same. What could count every single image?"""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), int)
    matrix[labels, predictions] += 1
    return matrix
