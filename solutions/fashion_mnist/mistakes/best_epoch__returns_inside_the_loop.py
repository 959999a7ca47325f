"""Your return is inside the loop, so the function ends after the first epoch. Put the return behind the
loop."""
# Also true: begins_with_nan

import math


def best_epoch(history):
    best, lowest = 1, float("inf")
    for epoch, loss in enumerate(history["val_loss"], start=1):
        if loss < lowest:
            best, lowest = epoch, loss
        return best
