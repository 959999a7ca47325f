"""You returned only the counts, in the order in which the labels first appear. Without the labels it is not
clear which count belongs to which digit."""

from collections import Counter


def count_labels(labels):
    return list(Counter(labels).values())
