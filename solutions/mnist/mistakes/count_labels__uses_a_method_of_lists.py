"""count is a method of lists, but the labels are a NumPy array. Look at type(labels), and at what such an
array can do."""


def count_labels(labels):
    return {digit: labels.count(digit) for digit in range(10)}
