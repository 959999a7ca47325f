"""A permutation of the positions of each class."""

import numpy as np
import pandas as pd


def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    train, test = [], []
    for label in (0, 1):
        rows = rng.permutation(np.flatnonzero(labels == label))
        count = round(share * len(rows))
        test.extend(rows[:count])
        train.extend(rows[count:])
    take = target.iloc if isinstance(target, pd.Series) else target
    return (features.iloc[train], take[train]), (features.iloc[test], take[test])
