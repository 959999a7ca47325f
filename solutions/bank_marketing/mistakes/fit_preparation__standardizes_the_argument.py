"""You changed the table of training rows that you were given. Other code still needs it as it was: calculate
with a new table, or with a copy."""


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    preparation = {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }
    train_features[list(numbers)] = (numbers - preparation["mean"]) / preparation["spread"]
    return preparation
