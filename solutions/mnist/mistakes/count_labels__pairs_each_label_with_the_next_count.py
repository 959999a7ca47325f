"""Each label has the count of the label after it. Labels begin with 0: which label does your first count
belong to?"""

from collections import Counter


def count_labels(labels):
    counts = Counter(labels.tolist())
    return {digit: counts[digit + 1] for digit in range(10)}
