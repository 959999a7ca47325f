"""Where all training rows had the same number, the standard deviation is 0, and dividing by it gives NaN
or infinity. One such number spoils the whole network: what should such a column be divided by?"""

import numpy as np
import pandas as pd


def fit_preparation(train_features):
    numbers = train_features.select_dtypes("number")
    texts = train_features.select_dtypes(exclude="number")
    categories = {name: sorted(texts[name].unique()) for name in texts}
    return {"mean": numbers.mean(), "spread": numbers.std(), "categories": categories}


def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])
