"""Your numbers are divided by the variance, which is the square of the standard deviation: a column of large
numbers then becomes nearly 0 everywhere."""


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.var()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }
