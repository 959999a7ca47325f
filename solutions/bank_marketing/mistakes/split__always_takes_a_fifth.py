"""You always put a fifth of the rows into the test part. How large it is, is a parameter."""

import numpy as np


def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(0.2 * len(rows)), replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])
