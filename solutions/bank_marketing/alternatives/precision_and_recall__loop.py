"""A loop over the rows."""

import numpy as np


def precision_and_recall(target, probabilities, threshold):
    tp = fp = fn = 0
    for answer, probability in zip(np.ravel(target), np.ravel(probabilities)):
        if probability >= threshold and answer == 1:
            tp += 1
        elif probability >= threshold:
            fp += 1
        elif answer == 1:
            fn += 1
    return tp / (tp + fp) if tp + fp else 0.0, tp / (tp + fn) if tp + fn else 0.0
