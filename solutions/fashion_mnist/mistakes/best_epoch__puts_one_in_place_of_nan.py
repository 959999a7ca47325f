"""You put a number in the place of NaN. Where all other losses are larger, this number is the lowest, and
the epoch without a loss wins. Which number is never the lowest?"""

import numpy as np


def best_epoch(history):
    return int(np.argmin(np.nan_to_num(history["val_loss"], nan=1.0))) + 1
