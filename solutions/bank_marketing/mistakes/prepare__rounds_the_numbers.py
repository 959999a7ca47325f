"""You rounded the numbers, so different customers became equal. Round the numbers that you print, not the
numbers that you return."""

import numpy as np
import pandas as pd


def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    columns[0] = columns[0].round(1)
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])
