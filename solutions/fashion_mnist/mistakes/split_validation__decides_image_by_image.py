"""You decided for each image by itself, so the size of the validation part depends on luck. Exactly round(share * n) images are
asked for: how do you draw a fixed number of positions?"""

import numpy as np


def split_validation(images, labels, share, seed):
    mask = np.random.default_rng(seed).random(len(images)) < share
    return (images[~mask], labels[~mask]), (images[mask], labels[mask])
