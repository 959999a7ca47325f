"""Your function did its counting, and gave None. What it made is gone when it ends, unless it is handed
back."""


def count_labels(labels):
    counts = {}
    for label in labels:
        counts[label] = counts.get(label, 0) + 1
