"""You paired the images of both parts, and the labels of both parts. Each pair must be the images and the labels of one part."""

import numpy as np


def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    count = round(share * len(images))
    validation, training = order[:count], order[count:]
    return (images[training], images[validation]), (labels[training], labels[validation])
