"""You calculated one mean and one standard deviation for all columns together. An age and a balance have
different scales: each column needs its own."""

import pandas as pd


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": pd.Series(numbers.to_numpy().mean(), index=numbers.columns),
        "spread": pd.Series(numbers.to_numpy().std(), index=numbers.columns),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }
