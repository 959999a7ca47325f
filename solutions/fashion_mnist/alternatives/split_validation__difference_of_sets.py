"""The difference of two sets of positions."""

import numpy as np


def split_validation(images, labels, share, seed):
    everything = np.arange(len(images))
    validation = np.random.default_rng(seed).choice(everything, round(share * len(images)), replace=False)
    training = np.setdiff1d(everything, validation)
    return (np.take(images, training, axis=0), np.take(labels, training)), (
        np.take(images, validation, axis=0),
        np.take(labels, validation),
    )
