"""np.delete, and sorted positions."""

import numpy as np


def split_validation(images, labels, share, seed):
    rng = np.random.default_rng(seed)
    taken = np.sort(rng.permutation(len(images))[: round(share * len(images))])
    return (np.delete(images, taken, axis=0), np.delete(labels, taken)), (images[taken], labels[taken])
