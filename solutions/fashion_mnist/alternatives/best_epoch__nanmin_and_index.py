"""The lowest loss, and its place in the list."""

import numpy as np


def best_epoch(history):
    losses = history["val_loss"]
    return losses.index(np.nanmin(losses)) + 1
