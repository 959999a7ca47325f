"""Means of selections."""

import numpy as np


def precision_and_recall(target, probabilities, threshold):
    flat = np.asarray(probabilities).reshape(-1)
    called = flat >= threshold
    target = np.asarray(target)
    precision = target[called].mean() if called.sum() else 0.0
    recall = called[target == 1].mean() if target.sum() else 0.0
    return precision, recall
