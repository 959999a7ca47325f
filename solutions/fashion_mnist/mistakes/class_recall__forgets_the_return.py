"""Your function returned None: its result is lost. A function gives back only what comes after return; without a
return it gives None."""

import numpy as np


def class_recall(matrix):
    with np.errstate(all="ignore"):
        recall = matrix.diagonal() / matrix.sum(axis=1)
