"""Each label has the count of the label after it. Labels begin with 0: look at what the first of your
counts belongs to."""

from collections import Counter


def count_labels(labels):
    counts = Counter(labels.tolist())
    return {digit: counts[digit + 1] for digit in range(10)}
