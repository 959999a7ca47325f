"""You divided the number of images by the number of right answers. A share is at most 1: which of the two numbers
is the part, and which is the whole?"""

import numpy as np


def class_recall(matrix):
    with np.errstate(all="ignore"):
        return matrix.sum(axis=1) / matrix.diagonal()
