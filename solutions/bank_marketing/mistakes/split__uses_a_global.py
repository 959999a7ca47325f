"""Your function divides variables of the page, not the rows that it is given. It must work with any table."""

import numpy as np


def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(all_targets)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])
