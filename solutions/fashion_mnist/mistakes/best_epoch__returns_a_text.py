"""You returned a text. A text cannot be used as a number: the page subtracts 1 from it to find the loss of the epoch.
Return the number alone."""

import numpy as np


def best_epoch(history):
    return f"epoch {int(np.nanargmin(history['val_loss'])) + 1}"
