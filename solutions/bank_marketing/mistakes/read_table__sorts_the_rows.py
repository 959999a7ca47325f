"""You sorted the rows. The order of the file must stay: nothing may change while reading."""

import pandas as pd


def read_table(path):
    table = pd.read_csv(path, sep=";")
    return table.sort_values(table.columns[0]).reset_index(drop=True)
