"""Nothing in the result depends on the texts of a customer. They say a lot about the customers: each category
becomes a 0/1 column."""

import numpy as np


def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    return np.hstack([one.to_numpy(float) for one in columns])
