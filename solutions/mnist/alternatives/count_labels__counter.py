"""A Counter of the array; its keys are NumPy numbers."""

from collections import Counter


def count_labels(labels):
    return Counter(labels)
