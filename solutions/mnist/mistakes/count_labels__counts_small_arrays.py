"""What you count is still an array, not a single label, and an array cannot be a key. Look at the shape
of what you hand to Counter, or at what you write between the brackets."""

from collections import Counter


def count_labels(labels):
    labels = labels.reshape(-1, 1)
    return Counter(labels)
