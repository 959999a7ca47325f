"""The large part and the small part are exchanged: share is the share of the test part."""

import numpy as np


def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return (features[test], target[test]), (features[~test], target[~test])
