"""The table of pandas: a Series with one number for each class."""

import pandas as pd


def class_recall(matrix):
    table = pd.DataFrame(matrix)
    return pd.Series(matrix.diagonal()) / table.sum(axis=1)
