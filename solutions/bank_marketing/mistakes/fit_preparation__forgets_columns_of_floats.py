"""Columns of numbers with decimals are missing: you chose the columns of whole numbers only. select_dtypes
knows the word "number" for all kinds of numbers."""


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("int64")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }
