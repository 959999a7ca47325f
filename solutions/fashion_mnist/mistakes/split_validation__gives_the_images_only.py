"""You gave the images of both parts without their labels. A network cannot learn from images alone: each part is a pair."""

import numpy as np


def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    count = round(share * len(images))
    return images[order[count:]], images[order[:count]]
