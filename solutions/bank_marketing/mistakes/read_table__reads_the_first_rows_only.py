"""Your table ends after 100 rows. That is good for a first look, but all rows are asked for."""

import pandas as pd


def read_table(path):
    return pd.read_csv(path, sep=";", nrows=100)
