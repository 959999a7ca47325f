"""You gave one class twice: the smallest number on the diagonal. That says which class is recognized least, but
not for which one it is taken."""

import numpy as np


def most_confused(matrix):
    worst = int(matrix.diagonal().argmin())
    return worst, worst
