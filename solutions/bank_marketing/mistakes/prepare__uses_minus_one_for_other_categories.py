"""Where a row does not have a category, you wrote -1. Expected 0: then a category that was not seen in
training is 0 everywhere."""

import numpy as np
import pandas as pd


def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": (features[name] == one) * 2 - 1 for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])
