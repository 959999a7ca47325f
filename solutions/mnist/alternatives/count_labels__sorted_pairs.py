"""A list of pairs, sorted by label."""

from collections import Counter


def count_labels(labels):
    return sorted(Counter(labels).items())
