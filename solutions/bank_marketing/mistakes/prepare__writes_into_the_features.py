"""You changed the table that you were given. Other code still needs it as it was: make a new table, or a copy."""

import numpy as np
import pandas as pd


def prepare(features, preparation):
    names = list(preparation["mean"].index)
    for name in names:
        features[name] = (features[name] - preparation["mean"][name]) / preparation["spread"][name]
    columns = [features[names]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])
