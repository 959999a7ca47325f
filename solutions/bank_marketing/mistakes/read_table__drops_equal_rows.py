"""You left out rows that are equal to an earlier one. Two customers can have the same values, and both of
them count."""

import pandas as pd


def read_table(path):
    return pd.read_csv(path, sep=";").drop_duplicates()
