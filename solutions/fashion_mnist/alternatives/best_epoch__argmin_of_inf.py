"""Infinity in the place of NaN."""

import numpy as np


def best_epoch(history):
    losses = np.array(history["val_loss"])
    return np.where(np.isnan(losses), np.inf, losses).argmin() + 1
