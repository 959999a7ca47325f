"""value_counts, as a dictionary."""

import pandas as pd


def count_labels(labels):
    return pd.Series(labels).value_counts().to_dict()
