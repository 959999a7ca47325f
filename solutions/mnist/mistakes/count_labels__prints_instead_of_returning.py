"""The counts are on the screen, but your function returned None. print only shows a value to people; the code
that calls your function gets a value in another way."""

from collections import Counter


def count_labels(labels):
    print(Counter(labels))
