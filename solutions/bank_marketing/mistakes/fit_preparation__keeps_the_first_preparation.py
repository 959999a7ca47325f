"""Your function keeps what it learned the first time, and returns it again for other training rows. Learn
again in each call."""


known = {}


def fit_preparation(train_features):
    if not known:
        numbers = train_features.select_dtypes("number")
        spread = numbers.std()
        texts = train_features.select_dtypes(exclude="number")
        known.update({
            "mean": numbers.mean(),
            "spread": spread.where(spread > 0, 1.0),
            "categories": {name: sorted(texts[name].unique()) for name in texts},
        })
    return known
