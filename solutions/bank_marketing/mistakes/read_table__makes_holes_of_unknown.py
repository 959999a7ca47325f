"""The text "unknown" is missing in your table: it became an empty cell, such as NaN. Nothing of the file may
change here, and this text is a value that the next exercises look at."""

import pandas as pd


def read_table(path):
    return pd.read_csv(path, sep=";", na_values=["unknown"])
