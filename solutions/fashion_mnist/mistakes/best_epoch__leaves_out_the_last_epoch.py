"""Your search ends one epoch too early. If the last epoch is the best, it is not found. Which numbers does range
give?"""

import math


def best_epoch(history):
    losses, best = history["val_loss"], 0
    for place in range(len(losses) - 1):
        if not losses[place] >= losses[best] and not math.isnan(losses[place]):
            best = place
    return best + 1
