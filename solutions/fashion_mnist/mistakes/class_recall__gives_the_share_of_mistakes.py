"""You returned the share of images that were *not* recognized. Which number of a row counts the right answers?"""

import numpy as np


def class_recall(matrix):
    with np.errstate(all="ignore"):
        return 1 - matrix.diagonal() / matrix.sum(axis=1)
