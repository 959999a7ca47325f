"""Numbers with decimals are still texts in your table. In this file they have a decimal point, as in 12.5.
Look at what you, or pandas, take for a number."""

import pandas as pd


def read_table(path):
    return pd.read_csv(path, sep=";", decimal=",")
