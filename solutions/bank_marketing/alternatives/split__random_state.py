"""NumPy's older generator."""

import numpy as np


def split(features, target, share, seed):
    rng = np.random.RandomState(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), dtype=bool)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        rng.shuffle(rows)
        test[rows[: int(round(share * len(rows)))]] = True
    return (features.loc[~test], target[~test]), (features.loc[test], target[test])
