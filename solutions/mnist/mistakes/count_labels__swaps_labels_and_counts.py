"""You swapped labels and counts: in your answer, a count looks up a label. Print it for a few labels, and
read one entry aloud."""

import numpy as np


def count_labels(labels):
    counts, values = np.unique(labels, return_counts=True)
    return dict(zip(values, counts))
