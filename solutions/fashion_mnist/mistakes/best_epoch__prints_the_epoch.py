"""You printed the epoch. Printing only shows it on the screen; the code that calls the function gets None. Give the
number back with return."""

import numpy as np


def best_epoch(history):
    print(int(np.nanargmin(history["val_loss"])) + 1)
