"""Your function gives again what it learned earlier if the columns have the same names. Other rows have other means and
categories: learn again in each call."""


known = {}


def fit_preparation(train_features):
    names = tuple(sorted(train_features.columns))
    if names not in known:
        numbers = train_features.select_dtypes("number")
        spread = numbers.std()
        texts = train_features.select_dtypes(exclude="number")
        known[names] = {
            "mean": numbers.mean(),
            "spread": spread.where(spread > 0, 1.0),
            "categories": {name: sorted(texts[name].unique()) for name in texts},
        }
    return known[names]
