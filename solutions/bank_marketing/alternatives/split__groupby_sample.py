"""pandas draws within the groups."""

import numpy as np
import pandas as pd


def split(features, target, share, seed):
    answers = pd.Series(np.asarray(target))
    positions = answers.groupby(answers).sample(frac=share, random_state=seed).index
    test = answers.index.isin(positions)
    return (features[~test], answers[~test].to_numpy()), (features[test], answers[test].to_numpy())
