"""You standardized with the mean and the standard deviation of the given rows. The same customer then
becomes other numbers in the exam than in the lessons: use those of the preparation."""

import numpy as np
import pandas as pd


def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - numbers.mean()) / numbers.std().fillna(1).replace(0, 1)]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}))
    return np.hstack([one.to_numpy(float) for one in columns])
