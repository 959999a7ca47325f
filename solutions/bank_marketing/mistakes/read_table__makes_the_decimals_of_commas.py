"""You told pandas that numbers are written with a decimal comma. In this file they have a point, so such a
column stays text."""

import pandas as pd


def read_table(path):
    return pd.read_csv(path, sep=";", decimal=",")
