"""value_counts of a Series."""

import pandas as pd


def class_weights(target):
    counts = pd.Series(target).value_counts()
    return (len(target) / (2 * counts)).to_dict()
