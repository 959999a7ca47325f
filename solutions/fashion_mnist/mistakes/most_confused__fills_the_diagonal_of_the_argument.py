"""You wrote into the diagonal of the matrix that you were given. After the call, the right answers are gone, in the
page as well. Which method of an array gives a copy?"""

import numpy as np


def most_confused(matrix):
    np.fill_diagonal(matrix, -1)
    true, predicted = np.unravel_index(matrix.argmax(), matrix.shape)
    return int(true), int(predicted)
