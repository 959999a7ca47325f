"""Every count is one too large. Something is counted already before the first label has been looked at:
look at the number that an entry begins with."""


def count_labels(labels):
    counts = {}
    for label in labels:
        counts[label] = counts.get(label, 1) + 1
    return counts
