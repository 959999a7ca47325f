"""Of several equally large numbers you gave the last one. The exercise asks for the first, row by row. Which one stays
in your search if two numbers are equal?"""

import numpy as np


def most_confused(matrix):
    best, pair = -1, None
    for true, row in enumerate(matrix):
        for predicted, number in enumerate(row):
            if true != predicted and number >= best:
                best, pair = number, (true, predicted)
    return pair
