"""Each count is under the label that is one too large: the zeros are counted as 1, and so on. Digits begin at
0."""

import numpy as np


def count_labels(labels):
    return {place + 1: count for place, count in enumerate(np.bincount(labels))}
