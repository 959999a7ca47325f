"""A Counter of pairs, written into an array."""

from collections import Counter

import numpy as np


def confusion_matrix(labels, predictions, classes):
    pairs = Counter(zip(labels.tolist(), predictions.tolist()))
    return np.array([[pairs[true, predicted] for predicted in range(classes)] for true in range(classes)])
