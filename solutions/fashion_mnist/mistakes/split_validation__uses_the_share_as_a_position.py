"""You cut at a float. A slice needs a whole number of type int: how many images are this share of all?"""

import numpy as np


def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    count = share * len(images)
    validation, training = order[:count], order[count:]
    return (images[training], labels[training]), (images[validation], labels[validation])
