"""You took 0 for a hole and left it out before you calculated the mean. A balance of 0 euros is a value
like any other."""

import numpy as np


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number").replace(0, np.nan)
    spread = numbers.std()
    texts = train_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }
