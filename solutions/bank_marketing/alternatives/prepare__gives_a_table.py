"""prepare gives a DataFrame."""

import pandas as pd


def fit_preparation(train_features):
    kinds = {}
    for name in sorted(train_features.columns):
        column = train_features[name]
        if column.dtype.kind in "iuf":
            kinds[name] = (column.mean(), column.std() if column.nunique() > 1 else 1.0)
        else:
            kinds[name] = tuple(dict.fromkeys(column))
    return kinds


def prepare(features, preparation):
    wide = {}
    for name, learned in preparation.items():
        if isinstance(learned[0], str):
            for value in learned:
                wide[f"{name} is {value}"] = features[name].eq(value).astype(float)
        else:
            wide[name] = (features[name] - learned[0]) / learned[1]
    return pd.DataFrame(wide)
