"""You did not count the first label of the array. Positions are numbered from 0: where does your loop
begin?"""


def count_labels(labels):
    counts = {}
    for place in range(1, len(labels)):
        counts[labels[place]] = counts.get(labels[place], 0) + 1
    return counts
