"""The images in your parts are not the images that were given: their pixels have other numbers, or are at other places. The function
should only divide the images; the page scales them before it calls this function."""

import numpy as np


def split_validation(images, labels, share, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    count = round(share * len(images))
    validation, training = order[:count], order[count:]
    images = images / 255
    return (images[training], labels[training]), (images[validation], labels[validation])
