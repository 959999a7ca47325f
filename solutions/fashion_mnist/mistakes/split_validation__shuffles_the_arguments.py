"""You mixed the arrays that you were given. shuffle works in place, so the caller's images are in another order afterwards: draw
positions instead, or mix a copy."""

import numpy as np


def split_validation(images, labels, share, seed):
    np.random.default_rng(seed).shuffle(images)
    np.random.default_rng(seed).shuffle(labels)
    count = round(share * len(images))
    return (images[count:].copy(), labels[count:].copy()), (images[:count].copy(), labels[:count].copy())
