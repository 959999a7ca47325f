"""You turned the text "unknown" into NaN while reading. Nothing of the file may change here: it is a value
that the next exercises look at."""

import pandas as pd


def read_table(path):
    return pd.read_csv(path, sep=";", na_values=["unknown"])
