"""An array, filled column by column."""

import numpy as np
import pandas as pd


def fit_preparation(train_features):
    columns = []
    for name in train_features:
        if pd.api.types.is_numeric_dtype(train_features[name]):
            values = train_features[name].to_numpy(float)
            columns.append((name, None, values.mean(), values.std()))
        else:
            columns.extend((name, value, 0.0, 1.0) for value in np.unique(train_features[name].to_numpy(str)))
    return columns


def prepare(features, preparation):
    result = np.zeros((len(features), len(preparation)))
    for place, (name, value, mean, spread) in enumerate(preparation):
        if value is not None:
            result[:, place] = features[name].to_numpy(object) == str(value)
        elif spread > 0:
            result[:, place] = (features[name].to_numpy() - mean) / spread
    return result
