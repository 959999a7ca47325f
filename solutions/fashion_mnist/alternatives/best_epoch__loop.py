"""A loop with the lowest loss so far."""

import math


def best_epoch(history):
    best, lowest = None, None
    for epoch, loss in enumerate(history["val_loss"], start=1):
        if math.isnan(loss):
            continue
        if lowest is None or loss < lowest:
            best, lowest = epoch, loss
    return best
