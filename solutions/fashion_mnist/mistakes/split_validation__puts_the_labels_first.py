"""Your pairs begin with the labels. Images come first, labels second: then fit can take each pair as it is."""

import numpy as np


def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    count = round(share * len(images))
    validation, training = order[:count], order[count:]
    return (labels[training], images[training]), (labels[validation], images[validation])
