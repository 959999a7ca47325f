"""The largest of each row first, then the row."""

import numpy as np


def most_confused(matrix):
    mistakes = matrix.copy()
    for place in range(len(mistakes)):
        mistakes[place, place] = 0
    true = int(mistakes.max(axis=1).argmax())
    return true, int(mistakes[true].argmax())
