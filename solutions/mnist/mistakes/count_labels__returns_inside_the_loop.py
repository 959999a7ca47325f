"""Your function ends after the first label, because the return is inside the loop. Look at its
indentation."""


def count_labels(labels):
    counts = {}
    for label in labels:
        counts[label] = counts.get(label, 0) + 1
        return counts
