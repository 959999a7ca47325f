"""You gave names instead of numbers. The function is given a matrix alone, and it must work for other classes as well.
The exercise asks for the numbers of the two classes: the row and the column."""

import numpy as np


def most_confused(matrix):
    names = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"]
    mistakes = matrix.copy()
    np.fill_diagonal(mistakes, -1)
    true, predicted = np.unravel_index(mistakes.argmax(), mistakes.shape)
    return names[true], names[predicted]
