"""The text first, then a file in memory."""

import io

import pandas as pd


def read_table(path):
    with open(str(path), encoding="utf-8") as file:
        text = file.read()
    return pd.read_csv(io.StringIO(text), sep=";", header=0, quotechar='"')
