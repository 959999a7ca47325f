"""With a column of probabilities, the comparison of all pairs goes wrong: it has one axis too many.
np.ravel makes a row of a column."""

import numpy as np


def roc_auc(target, probabilities):
    yes = probabilities[np.asarray(target) == 1]
    no = probabilities[np.asarray(target) == 0]
    larger = sum((one > no).sum() + 0.5 * (one == no).sum() for one in yes.tolist())
    if probabilities.ndim > 1:
        larger = (yes > no).sum()
    return float(larger) / (len(yes) * len(no))
