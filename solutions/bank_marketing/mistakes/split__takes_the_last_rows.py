"""You took the last rows of each class for the test part. Many files are sorted, so the exam would be
about other customers than the lessons, and the seed changes nothing: draw at random."""

import numpy as np


def split(features, target, share, seed):
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        test[rows[len(rows) - round(share * len(rows)) :]] = True
    return (features[~test], target[~test]), (features[test], target[test])
