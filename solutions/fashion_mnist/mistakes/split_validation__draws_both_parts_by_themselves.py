"""You chose the two parts without looking at each other. So some images are in both parts, and others in none: what is not drawn
for validation must be the training part."""

import numpy as np


def split_validation(images, labels, share, seed):
    rng = np.random.default_rng(seed)
    count = round(share * len(images))
    training = rng.choice(len(images), len(images) - count, replace=False)
    validation = rng.choice(len(images), count, replace=False)
    return (images[training], labels[training]), (images[validation], labels[validation])
