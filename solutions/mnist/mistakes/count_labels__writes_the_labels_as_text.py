"""The numbers are right, but your keys are texts, and the labels are numbers: …[5] does not find "5". Count
the numbers themselves."""

from collections import Counter


def count_labels(labels):
    return Counter(str(label) for label in labels)
