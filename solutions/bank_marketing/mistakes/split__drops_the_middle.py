"""Some rows are in neither part: your two parts do not meet. Every row must be in exactly one of them."""

import numpy as np


def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    train = ~test
    train[np.flatnonzero(train)[: round(share * len(labels)) // 4]] = False
    return (features[train], target[train]), (features[test], target[test])
