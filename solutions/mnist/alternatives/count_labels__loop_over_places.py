"""A loop over positions, with get."""


def count_labels(labels):
    counts = {}
    for place in range(len(labels)):
        digit = int(labels[place])
        counts[digit] = counts.get(digit, 0) + 1
    return counts
