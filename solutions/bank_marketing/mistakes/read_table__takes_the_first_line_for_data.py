"""Your table has one row more than there are customers. The first line of the file holds the names of the
columns: if it is taken for a customer, every column becomes a column of texts."""

import pandas as pd


def read_table(path):
    return pd.read_csv(path, sep=";", header=None)
