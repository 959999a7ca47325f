"""Your answer holds the most frequent label only. The others count, too: how many entries does the
result need?"""

from collections import Counter


def count_labels(labels):
    return Counter(labels).most_common(1)
