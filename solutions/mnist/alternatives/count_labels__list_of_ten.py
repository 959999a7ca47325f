"""A list with ten counters."""


def count_labels(labels):
    counts = [0] * 10
    for label in labels:
        counts[label] += 1
    return counts
