"""Your training part has all images, those of the validation part too. A network recognizes images that it has learned: then the
validation says nothing about new ones."""

import numpy as np


def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    validation = order[: round(share * len(images))]
    return (images, labels), (images[validation], labels[validation])
