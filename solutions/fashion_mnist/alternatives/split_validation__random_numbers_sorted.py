"""The places of sorted random numbers."""

import numpy as np


def split_validation(images, labels, share, seed):
    n = len(images)
    order = np.argsort(np.random.default_rng(seed).random(n))
    count = int(round(n * share))
    val_idx, train_idx = order[:count], order[count:]
    return (images[train_idx], labels[train_idx]), (images[val_idx], labels[val_idx])
