"""You mixed the images only after you had divided them, so the validation part has the first images, in another order. Mix all
of them first, and divide then."""

import numpy as np


def split_validation(images, labels, share, seed):
    rng = np.random.default_rng(seed)
    count = round(share * len(images))
    validation, training = rng.permutation(count), count + rng.permutation(len(images) - count)
    return (images[training], labels[training]), (images[validation], labels[validation])
