"""You added 1 to an entry that does not exist yet. When a label comes for the first time, the dictionary has
no number for it: with which number should it start?"""


def count_labels(labels):
    counts = {}
    for label in labels:
        counts[label] += 1
    return counts
