"""You drew from 60,000 positions, but the function must work with any number of images. How many does it have?"""

import numpy as np


def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(60_000)
    count = round(share * len(images))
    validation, training = order[:count], order[count:]
    return (images[training], labels[training]), (images[validation], labels[validation])
