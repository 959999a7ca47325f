"""You numbered the answers in the order in which they come, so the first one is always 0. In another table
the first answer is a yes: say which word is 1."""

import pandas as pd


def features_and_target(table):
    return table.drop(columns=["y", "duration"]), pd.Series(pd.factorize(table["y"])[0], index=table.index)
