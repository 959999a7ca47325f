"""You took images that follow one another for validation. In sorted data, neighbours are of the same kind: each image must be
drawn by itself."""

import numpy as np


def split_validation(images, labels, share, seed):
    count = round(share * len(images))
    start = 1 + np.random.default_rng(seed).integers(len(images) - count - 1)
    validation = np.zeros(len(images), bool)
    validation[start : start + count] = True
    return (images[~validation], labels[~validation]), (images[validation], labels[validation])
