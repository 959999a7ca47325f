"""You divided with //, which leaves out everything behind the decimal point. Almost every share becomes 0. Which
operator gives a float?"""

import numpy as np


def class_recall(matrix):
    totals = matrix.sum(axis=1)
    recall = np.full(len(matrix), np.nan)
    recall[totals > 0] = matrix.diagonal()[totals > 0] // totals[totals > 0]
    return recall
