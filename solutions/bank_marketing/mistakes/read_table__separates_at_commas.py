"""Your table has a single column: the lines were not divided at the semicolons. Look at the shape of your
table, and at which parameter names the separator."""

import pandas as pd


def read_table(path):
    return pd.read_csv(path)
