"""Your two parts are exchanged. share is the share of the validation part, and the training part comes first."""

import numpy as np


def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    count = round(share * len(images))
    validation, training = order[:count], order[count:]
    return (images[validation], labels[validation]), (images[training], labels[training])
