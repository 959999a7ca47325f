"""Your matrix holds numbers of type uint8, and these end at 255: the next image makes it 0 again. The counts of
a whole test set are larger. Which type of numbers does a count need?"""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), np.uint8)
    for true, predicted in zip(labels, predictions):
        matrix[true, predicted] += 1
    return matrix
