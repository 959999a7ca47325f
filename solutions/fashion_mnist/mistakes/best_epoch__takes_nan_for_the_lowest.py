"""Your function returned an epoch whose loss is NaN. NaN means that there is no number, so it must not take part
in the search. Try your search on the list [0.5, nan, 0.4]."""

import numpy as np


def best_epoch(history):
    return int(np.argmin(history["val_loss"])) + 1
