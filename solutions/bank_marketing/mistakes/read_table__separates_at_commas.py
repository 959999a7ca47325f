"""You read the file with commas between the columns, but it has semicolons: the whole line became one
column. Look at the shape of your table, and at which parameter names the separator."""

import pandas as pd


def read_table(path):
    return pd.read_csv(path)
