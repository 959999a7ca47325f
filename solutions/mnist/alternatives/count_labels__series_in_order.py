"""value_counts, sorted by label."""

import pandas as pd


def count_labels(labels):
    return pd.Series(labels).value_counts().sort_index()
