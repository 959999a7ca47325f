"""You returned percentages. The exercise asks for shares from 0 to 1; the page writes them as percentages
later."""

import numpy as np


def class_recall(matrix):
    with np.errstate(all="ignore"):
        return 100 * matrix.diagonal() / matrix.sum(axis=1)
