"""You handed back the counts alone. As soon as one digit is missing, all that follow move up by one
place: what tells which count belongs to which label?"""

import numpy as np


def count_labels(labels):
    values, counts = np.unique(labels, return_counts=True)
    return counts
