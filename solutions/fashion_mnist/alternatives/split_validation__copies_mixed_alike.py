"""Copies of both, mixed with the same seed."""

import numpy as np


def split_validation(images, labels, share, seed):
    images, labels = images.copy(), labels.copy()
    for each in (images, labels):
        np.random.RandomState(seed).shuffle(each)
    count = round(share * len(images))
    return (images[count:], labels[count:]), (images[:count], labels[:count])
