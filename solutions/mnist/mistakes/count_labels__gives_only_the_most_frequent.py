"""Your answer holds only the most frequent label. The other labels count, too: how many entries does the
result need?"""

from collections import Counter


def count_labels(labels):
    return Counter(labels).most_common(1)
