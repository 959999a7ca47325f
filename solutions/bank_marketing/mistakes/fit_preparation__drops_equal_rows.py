"""You left out rows that are equal to an earlier one. Two customers can have the same values, and both of
them count for the mean."""


def fit_preparation(train_features):
    train_features = train_features.drop_duplicates()
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }
