"""You divided the matrix in place with /=. A matrix of whole numbers cannot hold shares, and NumPy stops. Without the =
the result is a new array."""


def class_recall(matrix):
    matrix /= matrix.sum(axis=1, keepdims=True)
    return matrix.diagonal()
