"""max with a key over thresholds."""

import numpy as np


def best_threshold(target, probabilities, cost, gain):
    flat, yes = np.ravel(probabilities), np.asarray(target) == 1
    def profit(threshold):
        called = flat >= threshold
        return gain * int(yes[called].sum()) - cost * int(called.sum())

    return max([flat.max() + 1, *sorted(set(flat.tolist()), reverse=True)], key=profit)
