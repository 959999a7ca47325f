"""Smaller types for the numbers, where they fit."""

import pandas as pd


def read_table(path):
    table = pd.read_csv(path, sep=";")
    for name in table.select_dtypes("integer"):
        table[name] = pd.to_numeric(table[name], downcast="integer")
    return table
