"""All your counts are 0, so your comparison never said yes. Two equal numbers need not be one and the
same object, which is what the word is asks; and a number never equals a text."""


def count_labels(labels):
    return {digit: sum(label is digit for label in labels) for digit in range(10)}
