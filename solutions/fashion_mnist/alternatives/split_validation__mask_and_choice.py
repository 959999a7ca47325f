"""An array of truth values: both parts keep their order."""

import numpy as np


def split_validation(images, labels, share, seed):
    rng = np.random.default_rng(seed)
    mask = np.zeros(len(images), dtype=bool)
    mask[rng.choice(len(images), size=round(share * len(images)), replace=False)] = True
    return (images[~mask], labels[~mask]), (images[mask], labels[mask])
