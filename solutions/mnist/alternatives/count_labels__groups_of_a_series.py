"""pandas groups and their sizes."""

import pandas as pd


def count_labels(labels):
    series = pd.Series(labels)
    return series.groupby(series).size()
