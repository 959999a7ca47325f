"""You changed the target that you were given. The caller's rows and targets may no longer belong together:
draw positions, and leave both arguments as they are."""

import numpy as np
import pandas as pd


def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    order = rng.permutation(len(labels))
    shuffled = features.iloc[order]
    if isinstance(target, pd.Series):
        target[:] = labels[order].copy()
    else:
        target[:] = target[order].copy()
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        test[rows[: round(share * len(rows))]] = True
    return (shuffled[~test], target[~test]), (shuffled[test], target[test])
