"""The order of your columns follows the order of the columns in the given table. The network knows its
columns only by their place: always take the order from the preparation."""

import numpy as np


def prepare(features, preparation):
    columns = []
    for name in features:
        if name in preparation["mean"].index:
            columns.append(((features[name] - preparation["mean"][name]) / preparation["spread"][name]).to_numpy(float))
        else:
            columns += [(features[name] == one).to_numpy(float) for one in preparation["categories"][name]]
    return np.column_stack(columns)
