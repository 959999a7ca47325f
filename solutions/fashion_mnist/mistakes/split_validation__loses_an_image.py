"""One image is in neither part. Where does each slice begin, and where does it end? Remember that positions begin at
0."""

import numpy as np


def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    count = round(share * len(images))
    validation, training = order[:count], order[count + 1 :]
    return (images[training], labels[training]), (images[validation], labels[validation])
