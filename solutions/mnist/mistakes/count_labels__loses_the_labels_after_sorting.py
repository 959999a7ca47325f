"""You returned only the counts. If one digit does not occur, all later counts move up by one position: what
shows which count belongs to which label?"""

import numpy as np


def count_labels(labels):
    values, counts = np.unique(labels, return_counts=True)
    return counts
