"""You compared the mean probability of the yes with that of the no. Two groups with the same means can be
ordered well or badly: look at pairs of one yes and one no."""

import numpy as np


def roc_auc(target, probabilities):
    yes = np.ravel(probabilities)[np.asarray(target) == 1]
    no = np.ravel(probabilities)[np.asarray(target) == 0]
    return yes.mean() - no.mean() + 0.5
