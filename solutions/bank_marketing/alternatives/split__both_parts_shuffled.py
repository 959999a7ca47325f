"""Both parts in a new order."""

import numpy as np


def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    ones, zeros = (rng.permutation(np.flatnonzero(labels == label)) for label in (1, 0))
    a, b = round(share * len(ones)), round(share * len(zeros))
    test = rng.permutation(np.concatenate([ones[:a], zeros[:b]]))
    train = rng.permutation(np.concatenate([ones[a:], zeros[b:]]))
    return (features.iloc[train], labels[train]), (features.iloc[test], labels[test])
