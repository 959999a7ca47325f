"""You always put a sixth of the images into the validation part. The function has a parameter that says how large it
is."""

import numpy as np


def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    count = round(len(images) / 6)
    validation, training = order[:count], order[count:]
    return (images[training], labels[training]), (images[validation], labels[validation])
