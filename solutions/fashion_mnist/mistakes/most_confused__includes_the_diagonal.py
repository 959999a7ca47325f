"""The diagonal takes part in your search. On it are the right answers, and they are usually the largest numbers.
Keep them out before you look for the largest one."""

import numpy as np


def most_confused(matrix):
    true, predicted = np.unravel_index(matrix.argmax(), matrix.shape)
    return int(true), int(predicted)
