"""An object of a class of the page."""

import numpy as np


class Scaler:
    def __init__(self, rows):
        self.numbers = list(rows.select_dtypes("number"))
        self.texts = [name for name in rows if name not in self.numbers]
        self.mean = rows[self.numbers].mean()
        self.std = rows[self.numbers].std(ddof=0)
        self.std[self.std == 0] = 1
        self.seen = {name: sorted(set(rows[name])) for name in self.texts}

    def transform(self, rows):
        parts = [((rows[self.numbers] - self.mean) / self.std).to_numpy()]
        for name in self.texts:
            parts.append(rows[name].to_numpy()[:, None] == np.array(self.seen[name], object))
        return np.concatenate(parts, axis=1).astype("float32")


def prepare(features, preparation):
    return preparation.transform(features)


def fit_preparation(train_features):
    return Scaler(train_features)
