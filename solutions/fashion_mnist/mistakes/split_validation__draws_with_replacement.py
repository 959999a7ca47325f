"""Some images are twice in your validation part: you drew with replacement, so the same position can come again. Each position may
be drawn once only: permutation does that, and choice has a parameter for it."""

import numpy as np


def split_validation(images, labels, share, seed):
    validation = np.random.default_rng(seed).choice(len(images), round(share * len(images)))
    return (
        (np.delete(images, validation, axis=0), np.delete(labels, validation)),
        (images[validation], labels[validation]),
    )
