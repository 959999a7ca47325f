"""Your function counts a name of the page and not what it is handed. It has to work with
any labels: look at the name in its first line."""

from collections import Counter


def count_labels(labels):
    return Counter(train_labels)
