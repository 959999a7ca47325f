"""A function that remembers."""

import pandas as pd


def prepare(features, preparation):
    return preparation(features)


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number").columns
    mean, std = train_features[numbers].mean(), train_features[numbers].std()
    kinds = {name: pd.CategoricalDtype(sorted(train_features[name].unique())) for name in train_features.columns.drop(numbers)}

    def transform(rows):
        parts = [(rows[numbers] - mean) / std.mask(std == 0, 1)]
        parts += [pd.get_dummies(rows[name].astype(kind), dtype=float) for name, kind in kinds.items()]
        return pd.concat(parts, axis=1).to_numpy()

    return transform
