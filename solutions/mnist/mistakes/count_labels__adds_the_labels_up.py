"""You added the labels themselves: three 7s gave 21. What should you add for each label: its value, or 1?"""


def count_labels(labels):
    return {digit: labels[labels == digit].sum() for digit in range(10)}
