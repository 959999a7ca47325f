"""You added 1 to an entry that is not there yet. When a label comes for the first time, the dictionary
has no number for it: what should it start from?"""


def count_labels(labels):
    counts = {}
    for label in labels:
        counts[label] += 1
    return counts
