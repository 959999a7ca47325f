"""A list of Python's floats."""


def class_recall(matrix):
    shares = []
    for true, row in enumerate(matrix.tolist()):
        shares.append(row[true] / sum(row) if sum(row) > 0 else float("nan"))
    return shares
