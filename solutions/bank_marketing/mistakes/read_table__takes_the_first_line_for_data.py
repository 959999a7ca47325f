"""The names of the columns became the first row, so every column is a column of texts. The first line of
the file holds the names: pandas uses it for that if you do not tell it otherwise."""

import pandas as pd


def read_table(path):
    return pd.read_csv(path, sep=";", header=None)
