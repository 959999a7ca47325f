"""Your counters have eight bits, like the labels. After 255, such a number starts again from 0, and some
classes have thousands of images: look at the dtype of your counts."""

import numpy as np


def count_labels(labels):
    counts = np.zeros(10, np.uint8)
    for label in labels:
        counts[label] += 1
    return counts
