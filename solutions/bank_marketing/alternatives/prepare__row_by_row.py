"""Rows as dicts."""

import numpy as np
import pandas as pd


def fit_preparation(train_features):
    numbers = [name for name in train_features if pd.api.types.is_numeric_dtype(train_features[name])]
    learned = {name: (train_features[name].mean(), train_features[name].std()) for name in numbers}
    pairs = sorted({(name, value) for name in train_features if name not in numbers for value in train_features[name]})
    return [learned, pairs]


def prepare(features, preparation):
    learned, pairs = preparation
    rows = []
    for row in features.to_dict("records"):
        numbers = [(row[name] - mean) / spread if spread else 0.0 for name, (mean, spread) in learned.items()]
        rows.append(numbers + [1.0 if row[name] == value else 0.0 for name, value in pairs])
    return np.array(rows)
