"""You used the labels of the index as if they were positions. After filtering or sorting, a table has
other labels: use iloc with positions, or an array of truth values."""

import numpy as np


def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return (features.drop(index=np.flatnonzero(test)), target[~test]), (features.loc[np.flatnonzero(test)], target[test])
