"""A pandas table of both sets."""

import pandas as pd


def plot_label_counts(train_labels, test_labels):
    table = pd.DataFrame({
        "training": pd.Series(train_labels).value_counts(),
        "test": pd.Series(test_labels).value_counts(),
    })
    return table.fillna(0).plot.bar().get_figure()
