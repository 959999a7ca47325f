"""Python's own random module."""

import numpy as np


def split(features, target, share, seed):
    import random

    draw = random.Random(seed)
    labels = [int(one) for one in target]
    test = set()
    for label in sorted(set(labels)):
        rows = [place for place, one in enumerate(labels) if one == label]
        test |= set(draw.sample(rows, round(share * len(rows))))
    inside = np.array([place in test for place in range(len(labels))])
    return [[features[~inside], np.array(labels)[~inside]], [features[inside], np.array(labels)[inside]]]
