"""No text becomes a hole."""

import pandas as pd


def read_table(path):
    return pd.read_csv(path, sep=";", keep_default_na=False)
