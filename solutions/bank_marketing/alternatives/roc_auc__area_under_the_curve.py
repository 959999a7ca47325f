"""The area under the curve, by trapezoids."""

import numpy as np


def roc_auc(target, probabilities):
    flat, target = np.ravel(probabilities), np.asarray(target)
    x, y = [0.0], [0.0]
    for threshold in np.unique(flat)[::-1]:
        called = flat >= threshold
        x.append(called[target == 0].mean())
        y.append(called[target == 1].mean())
    return np.trapezoid(y, x)
