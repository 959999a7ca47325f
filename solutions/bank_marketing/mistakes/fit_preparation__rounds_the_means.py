"""You rounded the means. Round the numbers that you print, not the numbers that you calculate with."""


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean().round(-1),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }
