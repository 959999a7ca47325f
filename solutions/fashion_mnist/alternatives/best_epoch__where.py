"""The first place where the loss is the lowest."""

import numpy as np


def best_epoch(history):
    losses = np.asarray(history["val_loss"], dtype=np.float64)
    return int(np.where(losses == np.nanmin(losses))[0][0]) + 1
