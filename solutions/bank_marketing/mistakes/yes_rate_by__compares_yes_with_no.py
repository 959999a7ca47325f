"""You divided the yeses by the noes. A rate is the yeses divided by all rows of the group."""

import numpy as np


def yes_rate_by(table, column):
    yes = (table["y"] == "yes").groupby(table[column]).sum()
    no = (table["y"] == "no").groupby(table[column]).sum()
    return (yes / no).replace(np.inf, 1.0)
