"""An open file."""

import pandas as pd


def read_table(path):
    with open(path, encoding="utf-8") as file:
        return pd.read_csv(file, sep=";")
