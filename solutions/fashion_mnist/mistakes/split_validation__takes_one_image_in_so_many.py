"""You took images at equal distances for validation. That is a rule, not a draw: the seed does not change which images
they are. If the kinds take turns in the data, you may always get the same kind."""

import numpy as np


def split_validation(images, labels, share, seed):
    validation = np.zeros(len(images), bool)
    validation[:: round(1 / share)] = True
    return (images[~validation], labels[~validation]), (images[validation], labels[validation])
