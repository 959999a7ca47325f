"""For a category that no training row has, the column of another category is 1. Nothing is known of it: all
columns of that text must be 0."""

import numpy as np
import pandas as pd


def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        places = [categories.index(value) if value in categories else 0 for value in features[name]]
        columns.append(pd.DataFrame(np.eye(len(categories))[places]))
    return np.hstack([one.to_numpy(float) for one in columns])
