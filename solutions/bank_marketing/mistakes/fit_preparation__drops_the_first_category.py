"""One category of each column of texts does not have its own column. For some statistics that is needed;
here each category gets one, so that "none of those" remains for categories that are new."""


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique())[1:] for name in texts},
    }
