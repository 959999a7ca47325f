"""The category "unknown" does not have its own column. It is a category like the others here: not knowing
something can say something."""


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(set(texts[name]) - {"unknown"}) for name in texts},
    }
