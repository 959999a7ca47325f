"""The parameter's other name."""

import pandas as pd


def read_table(path):
    return pd.read_csv(path, delimiter=";")
