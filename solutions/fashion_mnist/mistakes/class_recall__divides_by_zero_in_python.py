"""Your program stops at a class without an image: Python does not divide by 0. NumPy gives nan for its own numbers, and
with an if you can write nan yourself."""


def class_recall(matrix):
    return [row[true] / sum(row) for true, row in enumerate(matrix.tolist())]
