"""NumPy's shared generator, seeded inside."""

import numpy as np


def split_validation(images, labels, share, seed):
    np.random.seed(seed)
    order = np.random.permutation(len(images))
    count = round(share * len(images))
    return (images[order[count:]], labels[order[count:]]), (images[order[:count]], labels[order[:count]])
