"""Your split is another one in each call, even with the same seed. You could not compare two networks on the
same exam: give the generator the seed, and nothing that changes."""

import numpy as np


def split(features, target, share, seed):
    rng = np.random.default_rng()
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return (features[~test], target[~test]), (features[test], target[test])
