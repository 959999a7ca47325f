"""You gave a dict of pairs. It holds the same counts, but it has no rows and columns, and pairs that do not
occur are missing. The exercise asks for an array of shape (classes, classes)."""

from collections import Counter


def confusion_matrix(labels, predictions, classes):
    return dict(Counter(zip(labels.tolist(), predictions.tolist())))
