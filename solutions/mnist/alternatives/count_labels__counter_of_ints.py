"""A Counter of Python integers."""

from collections import Counter


def count_labels(labels):
    return Counter(map(int, labels))
