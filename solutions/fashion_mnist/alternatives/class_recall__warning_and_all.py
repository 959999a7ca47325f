"""NumPy's own division: 0 divided by 0 is NaN, with a warning."""


def class_recall(matrix):
    return matrix.diagonal() / matrix.sum(axis=1)
