"""The first one of the epochs in the order of their losses."""

import numpy as np


def best_epoch(history):
    epochs = [epoch for epoch in range(1, len(history["val_loss"]) + 1) if not np.isnan(history["val_loss"][epoch - 1])]
    return sorted(epochs, key=lambda epoch: history["val_loss"][epoch - 1])[0]
