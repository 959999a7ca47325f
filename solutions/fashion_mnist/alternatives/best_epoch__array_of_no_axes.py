"""An array without axes holds the number."""

import numpy as np


def best_epoch(history):
    return np.array(np.nanargmin(history["val_loss"]) + 1)
