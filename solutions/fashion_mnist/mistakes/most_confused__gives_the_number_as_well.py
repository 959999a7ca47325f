"""You gave three things: the two classes and the number of mistakes. The exercise asks for the two class numbers
only, so a caller that unpacks two gets an error."""

import numpy as np


def most_confused(matrix):
    mistakes = matrix.copy()
    np.fill_diagonal(mistakes, -1)
    true, predicted = np.unravel_index(mistakes.argmax(), mistakes.shape)
    return int(true), int(predicted), int(mistakes.max())
