"""Pixels and labels side by side in one table, which is mixed."""

import numpy as np


def split_validation(images, labels, share, seed):
    table = np.column_stack([images.reshape(len(images), -1), labels])
    table = np.random.default_rng(seed).permutation(table)
    count = round(share * len(table))
    both = table[:, :-1].reshape(images.shape), table[:, -1].astype(int)
    return tuple(one[count:] for one in both), tuple(one[:count] for one in both)
