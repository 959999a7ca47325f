"""A new index in both parts."""

import numpy as np
import pandas as pd


def split(features, target, share, seed):
    rng = np.random.default_rng(seed)
    labels = np.asarray(target)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    return (
        (features[~test].reset_index(drop=True), pd.Series(labels[~test])),
        (features[test].reset_index(drop=True), pd.Series(labels[test])),
    )
