"""A tuple."""

import math


def class_recall(matrix):
    return tuple(int(row[i]) / int(row.sum()) if row.sum() else math.nan for i, row in enumerate(matrix))
