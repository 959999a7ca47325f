"""You added 1 twice. What number does your function give if the first epoch is the best?"""

import numpy as np


def best_epoch(history):
    best = None
    for epoch, loss in enumerate(history["val_loss"], start=1):
        if not np.isnan(loss) and (best is None or loss < history["val_loss"][best - 1]):
            best = epoch
    return best + 1
