"""A cross table."""

import pandas as pd


def yes_rate_by(table, column):
    return pd.crosstab(table[column], table["y"], normalize="index")["yes"]
