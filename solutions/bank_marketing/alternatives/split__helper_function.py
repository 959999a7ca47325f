"""A helper function for one class."""

import numpy as np


def part_of(rows, share, rng):
    return rng.permutation(rows)[: round(len(rows) * share)]


def split(features, target, share, seed):
    labels = np.asarray(target)
    rng = np.random.default_rng(seed)
    test = np.concatenate([part_of(np.flatnonzero(labels == one), share, rng) for one in (0, 1)])
    train = np.setdiff1d(np.arange(len(labels)), test)
    return (features.take(train), labels[train]), (features.take(test), labels[test])
