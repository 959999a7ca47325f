"""The training rows are the preparation."""

import numpy as np
import pandas as pd


def prepare(features, preparation):
    columns = []
    for name in preparation.columns:
        if pd.api.types.is_numeric_dtype(preparation[name]):
            spread = preparation[name].std()
            columns.append((features[name] - preparation[name].mean()) / (spread if spread > 0 else 1))
        else:
            columns += [features[name] == value for value in sorted(set(preparation[name]))]
    return np.array([np.asarray(one, float) for one in columns]).T


def fit_preparation(train_features):
    return train_features.copy()
