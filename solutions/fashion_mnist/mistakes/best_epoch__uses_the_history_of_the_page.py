"""Your function looks at a variable of the page instead of its argument. So it always answers for the same
training. Use only what is in the parentheses."""

import numpy as np

other_history = {"val_loss": [0.51, 0.43, 0.4, 0.38, 0.39, 0.37, 0.36, 0.41, 0.44, 0.35, 0.36]}


def best_epoch(history):
    return int(np.nanargmin(other_history["val_loss"])) + 1
