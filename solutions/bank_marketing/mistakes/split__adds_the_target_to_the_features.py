"""You changed the table of features that you were given. Other code still needs it as it was: draw positions, or work with
a copy."""

import numpy as np


def split(features, target, share, seed):
    features["target"] = np.asarray(target)
    rng = np.random.default_rng(seed)
    test = np.zeros(len(features), bool)
    for label in (0, 1):
        rows = np.flatnonzero(features["target"] == label)
        test[rng.choice(rows, round(share * len(rows)), replace=False)] = True
    train_rows, test_rows = features[~test], features[test]
    return (train_rows.drop(columns="target"), train_rows["target"]), (test_rows.drop(columns="target"), test_rows["target"])
