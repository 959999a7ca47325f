"""You printed the shares. Printing only shows them on the screen; the code that calls the function gets None. Give them
back with return."""

import numpy as np


def class_recall(matrix):
    with np.errstate(all="ignore"):
        print(matrix.diagonal() / matrix.sum(axis=1))
