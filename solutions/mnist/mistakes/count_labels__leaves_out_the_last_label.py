"""The last label of the array was not counted. Look at the last place that your loop visits, and
remember that a range ends before its end."""


def count_labels(labels):
    counts = {}
    for place in range(len(labels) - 1):
        counts[labels[place]] = counts.get(labels[place], 0) + 1
    return counts
