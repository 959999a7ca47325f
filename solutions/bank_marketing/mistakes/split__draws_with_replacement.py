"""You drew with replacement, so some rows were drawn twice and the test part is too small. Each row can be
drawn once: look at the parameter replace."""

import numpy as np


def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)))] = True
    return (features[~test], target[~test]), (features[test], target[test])
