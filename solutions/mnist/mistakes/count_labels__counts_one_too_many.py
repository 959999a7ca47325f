"""Every count is one too large. Something is already counted before you look at the first label: with which
number does an entry start?"""


def count_labels(labels):
    counts = {}
    for label in labels:
        counts[label] = counts.get(label, 1) + 1
    return counts
