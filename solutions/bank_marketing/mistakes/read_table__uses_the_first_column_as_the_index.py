"""The first column became the index, so it is no longer a column of the table. The file has no column that
numbers its rows."""

import pandas as pd


def read_table(path):
    return pd.read_csv(path, sep=";", index_col=0)
