"""With the seed 0 your split is different in each call. 0 counts as False, so a condition on the seed can treat it as
no seed: give the generator the seed as it is."""

import numpy as np


def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed if seed else None).permutation(len(images))
    count = round(share * len(images))
    validation, training = order[:count], order[count:]
    return (images[training], labels[training]), (images[validation], labels[validation])
