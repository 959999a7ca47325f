"""You turned NaN into 0, and no loss is lower than that. An epoch without a number must not win: what could you put
in its place, so that it never does?"""
# Also true: takes_nan_for_the_lowest

import numpy as np


def best_epoch(history):
    return int(np.argmin(np.nan_to_num(history["val_loss"]))) + 1
