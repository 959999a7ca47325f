"""You handed back the counts alone, in the order in which the labels first appeared. Without the labels
nobody can tell which count is whose."""

from collections import Counter


def count_labels(labels):
    return list(Counter(labels).values())
