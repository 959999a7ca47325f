"""You returned a dict. An array with one number for each class is asked for: the position says which class it is."""

import numpy as np


def class_recall(matrix):
    with np.errstate(all="ignore"):
        recall = matrix.diagonal() / matrix.sum(axis=1)
    return {name: share for name, share in enumerate(recall.tolist())}
