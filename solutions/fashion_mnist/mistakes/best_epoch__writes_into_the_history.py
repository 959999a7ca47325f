"""You changed the history that you were given, and its owner still needs it. The best epoch can be found without a
change: read the list, and write only into a new list."""

import math


def best_epoch(history):
    losses = history["val_loss"]
    for place in range(len(losses)):
        if math.isnan(losses[place]):
            losses[place] = float("inf")
    return losses.index(min(losses)) + 1
