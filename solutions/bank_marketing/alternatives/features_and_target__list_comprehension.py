"""A list comprehension for the target."""

import numpy as np


def features_and_target(table):
    target = np.array([1 if answer == "yes" else 0 for answer in table["y"]])
    return table.drop(columns=["duration", "y"]), target
