"""The first label of the array was not counted. Places are numbered from 0: look at where your loop
begins."""


def count_labels(labels):
    counts = {}
    for place in range(1, len(labels)):
        counts[labels[place]] = counts.get(labels[place], 0) + 1
    return counts
