"""The columns in the order of the alphabet."""

import pandas as pd


def features_and_target(table):
    target = pd.Series([int(answer == "yes") for answer in table["y"]], index=table.index, name="y")
    return table.drop(columns=["y", "duration"]).sort_index(axis=1), target
