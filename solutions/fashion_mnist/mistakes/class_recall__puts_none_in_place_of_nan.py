"""Where a class has no image, you returned None. An array of floats cannot hold None, and a calculation with it fails.
NumPy has a float for this: nan."""


def class_recall(matrix):
    return [row[true] / sum(row) if sum(row) else None for true, row in enumerate(matrix.tolist())]
