"""pandas.read_table."""

import pandas as pd


def read_table(path):
    return pd.read_table(path, sep=";")
