"""You returned an array of NumPy. It has one type for all columns and no names, and the page needs both:
return the DataFrame itself."""

import pandas as pd


def read_table(path):
    return pd.read_csv(path, sep=";").to_numpy()
