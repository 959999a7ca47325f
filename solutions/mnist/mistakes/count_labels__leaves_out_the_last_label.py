"""You did not count the last label of the array. Look at the last position that your loop visits, and
remember that a range stops before its end."""


def count_labels(labels):
    counts = {}
    for place in range(len(labels) - 1):
        counts[labels[place]] = counts.get(labels[place], 0) + 1
    return counts
