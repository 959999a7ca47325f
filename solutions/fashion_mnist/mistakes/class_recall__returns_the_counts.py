"""You returned how many images of each class were recognized. How good that is depends on how many images the class
has. A share is asked for."""

import numpy as np


def class_recall(matrix):
    counts = matrix.diagonal().astype(float)
    counts[matrix.sum(axis=1) == 0] = np.nan
    return counts
