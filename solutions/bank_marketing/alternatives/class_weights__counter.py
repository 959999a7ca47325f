"""A Counter."""

from collections import Counter


def class_weights(target):
    counts = Counter(int(one) for one in target)
    return {one: len(target) / (2 * counts[one]) for one in counts}
