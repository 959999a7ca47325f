"""For a single customer you returned an array with one axis. Also one customer is a row: shape (1,
columns)."""

import numpy as np
import pandas as pd


def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.squeeze(np.hstack([one.to_numpy(float) for one in columns]))
