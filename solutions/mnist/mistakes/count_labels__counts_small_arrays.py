"""The things that you count are still arrays, not single labels, and an array cannot be a key. Look at the
shape of what you give to Counter, or at what you write between the brackets."""

from collections import Counter


def count_labels(labels):
    labels = labels.reshape(-1, 1)
    return Counter(labels)
