"""A helper function for one part."""

import numpy as np


def pick(images, labels, places):
    return images[places], labels[places]


def split_validation(images, labels, share, seed):
    generator = np.random.Generator(np.random.MT19937(seed))
    n_validation = round(share * labels.shape[0])
    order = generator.permutation(labels.shape[0])
    return pick(images, labels, order[n_validation:]), pick(images, labels, order[:n_validation])
