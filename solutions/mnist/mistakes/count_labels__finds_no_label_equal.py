"""All your counts are 0, so your comparison was never true. The word is asks whether two things are the same
object, and two equal numbers can be two objects. And a number is never equal to a text."""


def count_labels(labels):
    return {digit: sum(label is digit for label in labels) for digit in range(10)}
