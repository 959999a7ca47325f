"""You numbered the categories of a column: 0, 1, 2, … The network then sees that one job is three times
another, which means nothing. Make a 0/1 column for each category."""

import numpy as np
import pandas as pd


def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({name: features[name].map({one: place for place, one in enumerate(categories)}).fillna(-1)}))
    return np.hstack([one.to_numpy(float) for one in columns])
