"""Your images and labels are in different orders, so some images have the label of another one. The network would learn
nonsense: draw one order, and use it for both."""

import numpy as np


def split_validation(images, labels, share, seed):
    rng = np.random.default_rng(seed)
    count = round(share * len(images))
    images, labels = rng.permutation(images), rng.permutation(labels)
    return (images[count:], labels[count:]), (images[:count], labels[:count])
