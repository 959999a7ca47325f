"""A Counter of Python's whole numbers."""

from collections import Counter


def count_labels(labels):
    return Counter(map(int, labels))
