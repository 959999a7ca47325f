"""The digit 9 was never looked for. Your counts add up to less than the number of labels: look at the
last number that your range gives."""


def count_labels(labels):
    return {digit: (labels == digit).sum() for digit in range(9)}
