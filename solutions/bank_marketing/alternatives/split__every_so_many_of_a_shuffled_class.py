"""Rows sorted by class after a shuffle, then evenly spaced ones."""

import numpy as np


def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    shuffled = rng.permutation(len(labels))
    ordered = shuffled[np.argsort(labels[shuffled], kind="stable")]
    start = 0
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        count = (labels == label).sum()
        test[ordered[start : start + int(share * count + 0.5)]] = True
        start += count
    return (features[~test], target[~test]), (features[test], target[test])
