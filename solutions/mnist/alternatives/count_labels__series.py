"""value_counts of a pandas Series."""

import pandas as pd


def count_labels(labels):
    return pd.Series(labels).value_counts()
