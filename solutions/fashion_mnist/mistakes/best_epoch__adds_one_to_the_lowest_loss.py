"""You added 1 to the lowest loss. The 1 belongs to its position: nanmin gives the loss itself, and another function
gives the place where it is."""

import numpy as np


def best_epoch(history):
    return np.nanmin(history["val_loss"]) + 1
