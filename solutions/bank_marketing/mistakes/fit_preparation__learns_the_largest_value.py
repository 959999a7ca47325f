"""You divide by the largest value of a column, not by its standard deviation. One very rich customer then
makes all the others nearly equal."""


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.max().abs()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }
