"""Categories for the texts."""

import pandas as pd


def read_table(path):
    table = pd.read_csv(path, sep=";")
    texts = table.select_dtypes(exclude="number").columns
    return table.astype(dict.fromkeys(texts, "category"))
