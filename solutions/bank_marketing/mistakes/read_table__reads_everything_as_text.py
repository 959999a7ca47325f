"""The numbers are texts in your table: "9" is then larger than "10", and a mean does not exist. Let pandas
find the types, or give the right ones."""

import pandas as pd


def read_table(path):
    return pd.read_csv(path, sep=";", dtype=str)
