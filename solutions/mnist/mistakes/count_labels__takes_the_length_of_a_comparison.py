"""Every digit has the same count, the number of all labels. A comparison gives True or False for each label,
so its result is always as long as the labels."""


def count_labels(labels):
    return {digit: len(labels == digit) for digit in range(10)}
