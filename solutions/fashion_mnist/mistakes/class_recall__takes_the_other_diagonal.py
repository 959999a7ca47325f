"""You took the diagonal from the top right to the bottom left. The right answers have the same number for the row and for
the column: in which corner does that begin?"""

import numpy as np


def class_recall(matrix):
    with np.errstate(all="ignore"):
        return np.fliplr(matrix).diagonal() / matrix.sum(axis=1)
