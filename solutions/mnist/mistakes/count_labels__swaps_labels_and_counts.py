"""Labels and counts have changed places: your answer leads from a number of times to a label. Print it
for a handful of labels, and read one entry aloud."""

import numpy as np


def count_labels(labels):
    counts, values = np.unique(labels, return_counts=True)
    return dict(zip(values, counts))
