"""Your array holds Python objects, because numbers and truth values were put together. Keras needs floats:
turn the whole array into floats."""

import numpy as np
import pandas as pd


def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.astype(object).to_numpy() for one in columns])
