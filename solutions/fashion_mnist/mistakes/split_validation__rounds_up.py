"""Your validation part is sometimes one image too large. That happens if its size is rounded up, and also if that of the training
part is cut off: round gives the nearest whole number."""

import math

import numpy as np


def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    count = math.ceil(share * len(images))
    validation, training = order[:count], order[count:]
    return (images[training], labels[training]), (images[validation], labels[validation])
