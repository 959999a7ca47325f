"""You divided by the sums of the columns, and there is NaN where a class was never predicted. How many images a true
class has is another number: over which axis do you add to get it?"""

import numpy as np


def class_recall(matrix):
    with np.errstate(all="ignore"):
        return matrix.diagonal() / matrix.sum(axis=0)
