"""The count method of a list."""


def count_labels(labels):
    numbers = labels.tolist()
    return {number: numbers.count(number) for number in set(numbers)}
