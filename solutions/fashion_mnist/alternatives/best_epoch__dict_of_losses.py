"""A dict from the epoch to its loss."""

import math


def best_epoch(history):
    by_epoch = {}
    for loss in history["val_loss"]:
        by_epoch[len(by_epoch) + 1] = loss
    known = {epoch: loss for epoch, loss in by_epoch.items() if not math.isnan(loss)}
    return min(known, key=known.get)
