"""Your numbers are shares: they add up to 1. The question is how many labels of each kind there are, in whole
numbers."""

from collections import Counter


def count_labels(labels):
    return {label: count / len(labels) for label, count in Counter(labels).items()}
