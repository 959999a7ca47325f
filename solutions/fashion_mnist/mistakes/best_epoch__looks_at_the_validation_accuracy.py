"""You looked for the highest validation accuracy. The exercise asks for the lowest validation loss, and the two
are often not in the same epoch. Which list do you need?"""

import numpy as np


def best_epoch(history):
    return int(np.nanargmax(history["val_accuracy"])) + 1
