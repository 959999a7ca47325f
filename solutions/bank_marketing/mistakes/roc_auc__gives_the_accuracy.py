"""You calculated the accuracy with a threshold of one half. The AUC needs no threshold: it compares each
yes with each no."""

import numpy as np


def roc_auc(target, probabilities):
    return np.mean((np.ravel(probabilities) >= 0.5) == (np.asarray(target) == 1))
