"""From the four counts of a confusion matrix."""

import numpy as np


def precision_and_recall(target, probabilities, threshold):
    matrix = np.zeros((2, 2), int)
    np.add.at(matrix, (np.asarray(target), (np.ravel(probabilities) >= threshold).astype(int)), 1)
    called, yes = matrix[:, 1].sum(), matrix[1].sum()
    return np.array([matrix[1, 1] / called if called else 0, matrix[1, 1] / yes if yes else 0])
