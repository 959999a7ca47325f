"""Your answer says which labels occur, each of them once. The question is how often: can you ask for that as
well?"""

import numpy as np


def count_labels(labels):
    return np.unique(labels)
