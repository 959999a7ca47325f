"""All test rows have the target 1 or none of them has: you drew from one class only. Do the same for each
class."""

import numpy as np


def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    rows = np.flatnonzero(labels == 0)
    test[rng.choice(rows, round(share * len(labels)), replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])
