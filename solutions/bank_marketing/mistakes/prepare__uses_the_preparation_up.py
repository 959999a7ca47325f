"""Your function takes parts out of the preparation, so the second call with the same preparation fails. It is
used for three tables on this page: look, but take nothing out."""

import numpy as np
import pandas as pd


def prepare(features, preparation):
    categories_of = preparation.pop("categories")
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in categories_of.items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])
