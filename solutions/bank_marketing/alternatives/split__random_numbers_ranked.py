"""The smallest random numbers of each class."""

import numpy as np
import pandas as pd


def split(features, target, share, seed):
    numbers = pd.Series(np.random.default_rng(seed).random(len(features)))
    labels = np.asarray(target)
    ranks = numbers.groupby(labels).rank(pct=True)
    test = (ranks <= share).to_numpy()
    return (features[~test], target[~test]), (features[test], target[test])
