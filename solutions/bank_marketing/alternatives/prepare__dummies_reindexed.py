"""get_dummies, brought to the columns of the training rows."""

import pandas as pd


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    dummies = pd.get_dummies(train_features, columns=[name for name in train_features if name not in numbers])
    return {"mean": numbers.mean(), "std": numbers.std().replace(0, 1), "columns": dummies.columns}


def prepare(features, preparation):
    texts = [name for name in features if name not in preparation["mean"]]
    wide = pd.get_dummies(features, columns=texts).reindex(columns=preparation["columns"], fill_value=0).astype(float)
    names = preparation["mean"].index
    wide[names] = (wide[names] - preparation["mean"]) / preparation["std"]
    return wide.to_numpy()
