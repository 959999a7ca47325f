"""You gave all counts in one long row. The numbers are there, but not in rows and columns. Which method gives an
array another shape?"""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    return np.bincount(labels.astype(int) * classes + predictions, minlength=classes * classes)
