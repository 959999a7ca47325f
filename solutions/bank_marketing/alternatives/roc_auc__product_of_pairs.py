"""Pairs from itertools."""

import itertools

import numpy as np


def roc_auc(target, probabilities):
    pairs = list(zip(np.ravel(probabilities).tolist(), np.ravel(target).tolist()))
    yes = [p for p, answer in pairs if answer]
    no = [p for p, answer in pairs if not answer]
    return np.mean([(a > b) + (a == b) / 2 for a, b in itertools.product(yes, no)])
