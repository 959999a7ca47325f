"""Pairs that are mixed, and arrays of them again."""

import random

import numpy as np


def split_validation(images, labels, share, seed):
    pairs = list(zip(images, labels, strict=True))
    random.Random(seed).shuffle(pairs)
    count = round(share * len(pairs))

    def arrays(part):
        return np.array([image for image, _ in part]), np.array([label for _, label in part])

    return arrays(pairs[count:]), arrays(pairs[:count])
