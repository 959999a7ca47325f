"""Every count is one too small. The first time that you see a label counts, too: with which number does its
entry start?"""


def count_labels(labels):
    counts = {}
    for label in labels:
        if label in counts:
            counts[label] += 1
        else:
            counts[label] = 0
    return counts
