"""Your function divides variables of the page, not the images that it is given. It must work with any images."""

import numpy as np


def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    count = round(share * len(images))
    validation, training = order[:count], order[count:]
    return (test_images[training], test_labels[training]), (test_images[validation], test_labels[validation])
