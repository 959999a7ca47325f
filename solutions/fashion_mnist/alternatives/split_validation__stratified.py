"""The same share of each class, and as many images as asked for in all."""

import numpy as np


def split_validation(images, labels, share, seed):
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(labels))
    order = order[np.argsort(labels[order], kind="stable")]
    ranks = np.empty(len(labels))
    for label in np.unique(labels):
        rows = np.flatnonzero(labels[order] == label)
        ranks[rows] = (np.arange(len(rows)) + rng.random()) / len(rows)
    by_rank = order[np.argsort(ranks, kind="stable")]
    count = round(share * len(labels))
    validation, training = by_rank[:count], rng.permutation(by_rank[count:])
    return (images[training], labels[training]), (images[validation], labels[validation])
