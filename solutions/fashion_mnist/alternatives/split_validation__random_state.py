"""NumPy's older generator, and the validation part at the end."""

import numpy as np


def split_validation(images, labels, share, seed):
    places = np.arange(len(images))
    np.random.RandomState(seed).shuffle(places)
    first = len(images) - int(round(share * len(images)))
    training, validation = np.split(places, [first])
    return (images[training], labels[training]), (images[validation], labels[validation])
