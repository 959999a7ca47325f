# Named: gives_two_arrays.
import numpy as np


def count_labels(labels):
    return np.unique_counts(labels)
