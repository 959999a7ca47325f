"""You skipped as many of the largest numbers as there are classes, because the right answers are usually the largest.
If the network is often wrong, a mistake is among them. The place of a number says whether it counts right answers; its
size does not."""

import numpy as np


def most_confused(matrix):
    place = np.argsort(-matrix, axis=None, kind="stable")[len(matrix)]
    true, predicted = np.unravel_index(place, matrix.shape)
    return int(true), int(predicted)
