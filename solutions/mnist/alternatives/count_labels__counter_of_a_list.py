"""A Counter of a list."""

from collections import Counter


def count_labels(labels):
    return Counter(labels.tolist())
