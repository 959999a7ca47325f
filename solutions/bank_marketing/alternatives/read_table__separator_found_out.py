"""pandas finds the separator."""

import pandas as pd


def read_table(path):
    return pd.read_csv(path, sep=None, engine="python")
