"""Your split is the same for every seed: the generator always gets the same number. Give it the parameter."""

import numpy as np


def split(features, target, share, seed):
    rng = np.random.default_rng(42)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])
