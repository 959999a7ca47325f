"""Your function counts a variable of the page, not the labels that it is given. It must work with any labels:
look at the name in its first line."""

from collections import Counter


def count_labels(labels):
    return Counter(train_labels)
