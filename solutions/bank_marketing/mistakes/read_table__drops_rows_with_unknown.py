"""You left out rows that contain "unknown". Those customers are real, and not knowing something about them is
information."""

import pandas as pd


def read_table(path):
    table = pd.read_csv(path, sep=";")
    return table[~(table == "unknown").any(axis=1)]
