"""The order of the 0/1 columns depends on the given rows. The network knows its columns only by their
place: always take the order from the preparation."""

import numpy as np
import pandas as pd


def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in sorted(categories, key=lambda one: -(features[name] == one).sum())}))
    return np.hstack([one.to_numpy(float) for one in columns])
