"""Pairs with the same probability count nothing in your result, so a program that says the same of
everybody gets 0. A tie counts one half."""

import numpy as np


def roc_auc(target, probabilities):
    yes = np.ravel(probabilities)[np.asarray(target) == 1]
    no = np.ravel(probabilities)[np.asarray(target) == 0]
    return (yes[:, None] > no).mean()
