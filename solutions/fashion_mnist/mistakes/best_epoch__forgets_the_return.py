"""Your function returned None: its result is lost. A function gives back only what comes after return; without a
return it gives None."""

import numpy as np


def best_epoch(history):
    best = int(np.nanargmin(history["val_loss"])) + 1
