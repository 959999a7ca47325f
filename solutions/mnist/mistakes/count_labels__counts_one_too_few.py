"""Every count is one too small. The first time that a label comes along is an occurrence, too: look at
the number that its entry begins with."""


def count_labels(labels):
    counts = {}
    for label in labels:
        if label in counts:
            counts[label] += 1
        else:
            counts[label] = 0
    return counts
