"""Your function raises an error for a category that no training row has. One day there is such a customer:
all columns of that text are 0 then."""

import numpy as np
import pandas as pd


def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        places = [categories.index(value) for value in features[name]]
        columns.append(pd.DataFrame(np.eye(len(categories))[places]))
    return np.hstack([one.to_numpy(float) for one in columns])
