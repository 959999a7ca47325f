"""Your numbers are percentages: they add up to 100. The question is how many labels of each kind there are,
in whole numbers."""

from collections import Counter


def count_labels(labels):
    return {label: 100 * count / len(labels) for label, count in Counter(labels).items()}
