"""A loop that fills an array."""

import numpy as np


def class_recall(matrix):
    recall = np.zeros(matrix.shape[0])
    for i in range(matrix.shape[0]):
        images = 0
        for j in range(matrix.shape[1]):
            images = images + matrix[i, j]
        if images == 0:
            recall[i] = np.nan
        else:
            recall[i] = matrix[i][i] / images
    return recall
