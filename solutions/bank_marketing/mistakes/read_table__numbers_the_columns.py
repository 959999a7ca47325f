"""Your columns are called 0, 1, 2, … The first line of the file holds their names, and the rest of the page
finds columns by name."""

import pandas as pd


def read_table(path):
    return pd.read_csv(path, sep=";", header=None, skiprows=1)
