"""You divided the right answers by the wrong ones. The recall is a share of all images of a class, so the number by
which you divide must count the right ones, too."""

import numpy as np


def class_recall(matrix):
    with np.errstate(all="ignore"):
        return matrix.diagonal() / (matrix.sum(axis=1) - matrix.diagonal())
