"""You asked the argument for its attribute history. It is the dict already: the page passes history.history. Which
key do you need?"""

import numpy as np


def best_epoch(history):
    return int(np.nanargmin(history.history["val_loss"])) + 1
