"""A tuple."""

import numpy as np


def prepare(features, preparation):
    means, spreads, categories = preparation
    columns = [(features[name] - means[name]) / spreads[name] for name in means]
    for name, values in categories.items():
        columns += [(features[name] == value).astype(float) for value in values]
    return np.column_stack(columns)


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    names = list(numbers.columns)
    texts = [name for name in train_features.columns if name not in names]
    return (
        {name: float(numbers[name].mean()) for name in names},
        {name: float(numbers[name].std(ddof=0)) or 1.0 for name in names},
        {name: list(train_features[name].unique()) for name in texts},
    )
