"""You changed capital letters into small ones. Nothing may change while reading: "Student" and "student" are
two values, and other code may look for either of them."""

import pandas as pd


def read_table(path):
    table = pd.read_csv(path, sep=";")
    for name in table.select_dtypes(exclude="number"):
        table[name] = table[name].str.lower()
    return table
