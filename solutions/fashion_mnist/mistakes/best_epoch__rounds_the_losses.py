"""You rounded the losses before you compared them. Different losses became equal, and the first of these won. Compare
the losses as they are."""

import numpy as np


def best_epoch(history):
    return int(np.nanargmin(np.round(history["val_loss"], 2))) + 1
