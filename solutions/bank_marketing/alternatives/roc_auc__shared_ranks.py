"""Ranks, shared by equal probabilities."""

import numpy as np
import pandas as pd


def roc_auc(target, probabilities):
    ranks = pd.Series(np.ravel(probabilities)).rank().to_numpy()
    yes = np.asarray(target) == 1
    ones, zeros = yes.sum(), (~yes).sum()
    return (ranks[yes].sum() - ones * (ones + 1) / 2) / (ones * zeros)
