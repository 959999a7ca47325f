"""Your search ends after the first row. The return is inside the outer loop: how far must it be moved to the
left?"""

import numpy as np


def most_confused(matrix):
    best, pair = -1, None
    for true, row in enumerate(matrix):
        for predicted, number in enumerate(row):
            if true != predicted and number > best:
                best, pair = number, (true, predicted)
        return pair
