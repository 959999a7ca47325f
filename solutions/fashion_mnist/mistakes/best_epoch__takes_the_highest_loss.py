"""You returned the epoch with the highest validation loss. A loss says how wrong the network is: is more or less of
it better?"""

import numpy as np


def best_epoch(history):
    return int(np.nanargmax(history["val_loss"])) + 1
