"""You turned the texts into 0/1 columns already. That must wait until the rows are split: the categories
are learned from the training rows alone."""

import pandas as pd


def features_and_target(table):
    return pd.get_dummies(table.drop(columns=["y", "duration"])), (table["y"] == "yes").astype(int)
