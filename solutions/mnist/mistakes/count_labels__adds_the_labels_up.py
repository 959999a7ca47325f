"""You added the labels themselves: three 7s gave 21. Look at what you add up, the labels that are equal
to the digit or the fact that they are."""


def count_labels(labels):
    return {digit: labels[labels == digit].sum() for digit in range(10)}
