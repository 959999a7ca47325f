"""A list of pairs, the most frequent first."""

from collections import Counter


def count_labels(labels):
    return Counter(labels).most_common()
