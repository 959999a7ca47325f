"""Your images and labels do not have the same length in each part: the labels of the two parts are exchanged. Each pair needs the same
positions for images and labels."""

import numpy as np


def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    count = round(share * len(images))
    validation, training = order[:count], order[count:]
    return (images[training], labels[validation]), (images[validation], labels[training])
