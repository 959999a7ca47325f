"""You never looked for the digit 9. Your counts add up to less than the number of labels: what is the last
number of your range?"""


def count_labels(labels):
    return {digit: (labels == digit).sum() for digit in range(9)}
